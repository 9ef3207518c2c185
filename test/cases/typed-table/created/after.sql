-- A typed table is made with what its columns have beside the type.
CREATE TYPE person AS (id integer, name text);
CREATE TABLE friends OF person (id WITH OPTIONS PRIMARY KEY, name WITH OPTIONS CONSTRAINT named NOT NULL DEFAULT 'nobody', CHECK (id > 0));
CREATE TABLE foes OF person;
COMMENT ON COLUMN foes.name IS 'as they call themselves';
