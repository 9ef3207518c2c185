-- An index on whole rows is dropped and created where the type of any column changes.
CREATE TABLE notes (id integer PRIMARY KEY, v bigint);
CREATE FUNCTION weight(notes) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1.v::integer $$;
CREATE INDEX notes_weight ON notes (weight(notes));
CREATE INDEX notes_whole ON notes (id) WHERE notes IS NOT NULL;
