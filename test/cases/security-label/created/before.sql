CREATE TABLE shelves (id integer, name text);
