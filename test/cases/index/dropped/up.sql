-- Undo: lossless

-- Drops index public.books_title.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_title, which queries on public.books may use.
DROP INDEX public.books_title;
