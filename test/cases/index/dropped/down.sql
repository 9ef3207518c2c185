-- Creates index public.books_title.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
CREATE INDEX books_title ON public.books USING btree (title);
