-- An attribute's new type reaches typed tables and the views on them.
CREATE TYPE person AS (id integer, age bigint);
CREATE TABLE friends OF person (id WITH OPTIONS PRIMARY KEY, age WITH OPTIONS DEFAULT 30 CHECK (age > 2));
CREATE INDEX ON friends (age);
CREATE VIEW ages AS SELECT age FROM friends;
