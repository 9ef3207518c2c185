CREATE TYPE shelf_mark AS (room text, shelf integer);
CREATE FUNCTION label(mark shelf_mark) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (mark).room $$;
CREATE TABLE rooms (name text);
CREATE TABLE floors (name text);
