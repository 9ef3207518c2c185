-- Undo: lossless

-- Drops index public.books_slug.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_slug, which queries on public.books may use.
DROP INDEX public.books_slug;

-- Drops default value public.books.title.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.books ALTER COLUMN title DROP DEFAULT;

-- Drops function public.slug(text).
-- Hazard C402: callers of public.slug(text) fail.
DROP FUNCTION public.slug(text);
