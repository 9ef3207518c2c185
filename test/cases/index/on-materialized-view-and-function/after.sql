-- An index comes after the function that it calls and the materialized view that it is on.
CREATE TABLE books (isbn text, title text);
CREATE FUNCTION slug(title text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(title) $$;
CREATE MATERIALIZED VIEW titles AS SELECT DISTINCT title FROM books;
CREATE UNIQUE INDEX titles_slug ON titles (slug(title));
