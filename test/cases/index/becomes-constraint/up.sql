-- Undo: lossless

-- Drops index public.books_isbn_key.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_isbn_key, which queries on public.books may use.
DROP INDEX public.books_isbn_key;

-- Creates table constraint books_isbn_key ON public.books.
-- Locks public.books (ACCESS EXCLUSIVE). Builds an index over public.books.
-- Hazard A203: builds an index on public.books under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.books contains duplicates.
ALTER TABLE public.books ADD CONSTRAINT books_isbn_key UNIQUE (isbn);
