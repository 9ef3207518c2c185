-- The next value of a column that becomes an identity column, or is none any more, is the same as before.
CREATE TABLE item (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
CREATE TABLE tag (id serial PRIMARY KEY, name text);
CREATE SEQUENCE note_ids AS int;
CREATE TABLE note (id int DEFAULT nextval('note_ids'), name text);
ALTER SEQUENCE note_ids OWNED BY note.id;
