CREATE TABLE loans (id bigint PRIMARY KEY, reader text, due date);
CREATE TABLE log (line text);
CREATE PUBLICATION desk;
CREATE PUBLICATION inserts WITH (publish = 'insert');
