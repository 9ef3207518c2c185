CREATE TABLE notes (id integer PRIMARY KEY, v integer, old text);
CREATE FUNCTION weight(notes) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1.v $$;
CREATE INDEX notes_weight ON notes (weight(notes));
CREATE INDEX notes_whole ON notes (id) WHERE notes IS NOT NULL;
