-- Undo: lossless

-- Drops index public.books_title.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_title, which queries on public.books may use.
DROP INDEX public.books_title;

-- Alters index public.books_pages.
ALTER INDEX public.books_pages SET (deduplicate_items = off, fillfactor = 70);

-- Alters index public.books_pages.
ALTER INDEX public.books_pages ALTER COLUMN 1 SET STATISTICS 300;

-- Recreates index public.books_title.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
CREATE INDEX books_title ON public.books USING btree (title, pages);
