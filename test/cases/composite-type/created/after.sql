-- A composite type comes before the function that returns it.
CREATE TYPE shelf_mark AS (room text, shelf integer);
COMMENT ON TYPE shelf_mark IS 'Where a copy stands';
COMMENT ON COLUMN shelf_mark.room IS 'A capital letter';
CREATE FUNCTION entrance() RETURNS shelf_mark LANGUAGE sql IMMUTABLE AS $$ SELECT ROW('A', 1)::shelf_mark $$;
