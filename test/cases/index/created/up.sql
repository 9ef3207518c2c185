-- Undo: lossless

-- Creates index public.books_isbn.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
-- Hazard F302: fails if public.books contains duplicates.
CREATE UNIQUE INDEX books_isbn ON public.books USING btree (isbn) INCLUDE (title) NULLS NOT DISTINCT;

-- Creates index public.books_lower.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
CREATE INDEX books_lower ON public.books USING btree (lower(title) text_pattern_ops, ((pages / 100))) WITH (fillfactor='80');

-- Creates index public.books_tags.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
CREATE INDEX books_tags ON public.books USING gin (tags);

-- Sets the comment of index public.books_tags.
COMMENT ON INDEX public.books_tags IS 'For the search page';

-- Creates index public.books_thick.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
CREATE INDEX books_thick ON public.books USING btree (pages DESC NULLS LAST) WHERE (pages > 500);
