-- Tables join a publication: with a column list, with a row filter, without a key.
CREATE TABLE loans (id bigint PRIMARY KEY, reader text, due date);
CREATE TABLE log (line text);
CREATE TABLE "Returned Books" (id bigint PRIMARY KEY, "At" date);
CREATE PUBLICATION desk FOR TABLE loans (id, due) WHERE (id > 10), "Returned Books" (id, "At"), log;
CREATE PUBLICATION inserts FOR TABLE log WITH (publish = 'insert');
