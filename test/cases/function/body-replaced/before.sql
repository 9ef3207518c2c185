CREATE FUNCTION is_isbn(isbn text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT length(isbn) = 10 $$;
CREATE TABLE books (isbn text PRIMARY KEY CHECK (is_isbn(isbn)));
