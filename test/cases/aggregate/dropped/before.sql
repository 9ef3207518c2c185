CREATE FUNCTION longest(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a $$;
CREATE AGGREGATE longest_of(text) (SFUNC = longest, STYPE = text);
CREATE TABLE books (title text);
CREATE TABLE authors (name text);
