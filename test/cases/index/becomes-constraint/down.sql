-- Drops table constraint books_isbn_key ON public.books.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing books_isbn_key on public.books.
ALTER TABLE public.books DROP CONSTRAINT books_isbn_key;

-- Creates index public.books_isbn_key.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
-- Hazard F302: fails if public.books contains duplicates.
CREATE UNIQUE INDEX books_isbn_key ON public.books USING btree (isbn);
