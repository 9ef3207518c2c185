-- A relocatable extension moves to another schema and takes its members along.
CREATE SCHEMA tools;
CREATE EXTENSION hstore WITH SCHEMA tools;
CREATE TABLE shelves (id integer PRIMARY KEY, labels tools.hstore);
