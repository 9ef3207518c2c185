CREATE TYPE person AS (id integer, name text);
CREATE TABLE friends (id integer PRIMARY KEY, name text);
CREATE TABLE foes OF person;
