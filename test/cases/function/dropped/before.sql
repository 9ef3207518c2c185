CREATE FUNCTION slug(title text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(title) $$;
CREATE TABLE books (isbn text PRIMARY KEY, title text DEFAULT slug('Untitled'));
CREATE INDEX books_slug ON books (slug(title));
