-- Undo: lossless

-- Drops index public.books_title_trgm.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.books can no longer use public.books_title_trgm.
DROP INDEX public.books_title_trgm;

-- Drops extension pg_trgm.
-- Hazard C402: drops extension pg_trgm and every object that belongs to it.
DROP EXTENSION pg_trgm;
