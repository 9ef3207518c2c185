-- Creates extension pg_trgm.
CREATE EXTENSION pg_trgm WITH SCHEMA public VERSION '1.6';

-- Creates index public.books_title_trgm.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
CREATE INDEX books_title_trgm ON public.books USING gin (title public.gin_trgm_ops);
