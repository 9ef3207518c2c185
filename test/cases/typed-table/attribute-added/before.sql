CREATE TYPE person AS (id integer, name text);
CREATE TABLE friends OF person (id WITH OPTIONS PRIMARY KEY);
CREATE TABLE foes OF person;
