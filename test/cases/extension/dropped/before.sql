CREATE EXTENSION pg_trgm;
CREATE TABLE books (isbn text PRIMARY KEY, title text);
CREATE INDEX books_title_trgm ON books USING gin (title gin_trgm_ops);
