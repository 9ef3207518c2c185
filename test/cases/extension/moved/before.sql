CREATE SCHEMA tools;
CREATE EXTENSION hstore;
CREATE TABLE shelves (id integer PRIMARY KEY, labels hstore);
