-- Undo: lossless

-- Drops index public.books_title.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.books can no longer use public.books_title.
DROP INDEX public.books_title;
