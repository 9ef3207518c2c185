-- A table with an identity column is tied to its type after it was made.
CREATE TYPE person AS (id integer, name text);
CREATE TABLE friends (id integer GENERATED ALWAYS AS IDENTITY, name text);
ALTER TABLE friends OF person;
