-- Undo: lossless

-- Drops index public.books_title_trgm.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_title_trgm, which queries on public.books may use.
DROP INDEX public.books_title_trgm;

-- Drops extension pg_trgm.
-- Hazard C402: drops extension pg_trgm and all its members.
DROP EXTENSION pg_trgm;
