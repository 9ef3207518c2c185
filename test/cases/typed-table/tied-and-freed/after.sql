-- A table becomes one of a type, another ceases to be.
CREATE TYPE person AS (id integer, name text);
CREATE TABLE friends OF person (id WITH OPTIONS PRIMARY KEY);
CREATE TABLE foes (id integer, name text, since date);
