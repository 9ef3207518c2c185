CREATE TYPE person AS (id integer, name text, age integer);
CREATE TABLE friends OF person (id WITH OPTIONS PRIMARY KEY, age WITH OPTIONS DEFAULT 30);
CREATE INDEX ON friends (age);
