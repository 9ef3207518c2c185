CREATE TYPE person AS (id integer, joined text);
CREATE TABLE friends OF person (id WITH OPTIONS PRIMARY KEY);
