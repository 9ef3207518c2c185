-- Typed tables follow a new attribute of their type.
CREATE TYPE person AS (id integer, name text, age integer);
CREATE TABLE friends OF person (id WITH OPTIONS PRIMARY KEY, age WITH OPTIONS NOT NULL DEFAULT 30 CHECK (age > 0));
CREATE TABLE foes OF person;
CREATE INDEX ON foes (age);
COMMENT ON COLUMN friends.age IS 'in years';
