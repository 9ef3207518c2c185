-- Functions come in the order they call each other, and the check that calls them comes last.
CREATE FUNCTION digits(isbn text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT regexp_replace(isbn, '\D', '', 'g') $$;
CREATE FUNCTION is_isbn(isbn text) RETURNS boolean LANGUAGE sql IMMUTABLE
BEGIN ATOMIC
  SELECT length(digits(isbn)) IN (10, 13);
END;
CREATE TABLE books (isbn text PRIMARY KEY CHECK (is_isbn(isbn)));
COMMENT ON FUNCTION is_isbn(text) IS 'Counts digits only';
