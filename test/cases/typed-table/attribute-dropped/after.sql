-- Typed tables lose the attribute that their type loses.
CREATE TYPE person AS (id integer, name text);
CREATE TABLE friends OF person (id WITH OPTIONS PRIMARY KEY);
