-- Drops index public.books_isbn.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.books can no longer use public.books_isbn.
DROP INDEX public.books_isbn;

-- Drops index public.books_lower.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.books can no longer use public.books_lower.
DROP INDEX public.books_lower;

-- Drops index public.books_tags.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.books can no longer use public.books_tags.
DROP INDEX public.books_tags;

-- Drops index public.books_thick.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.books can no longer use public.books_thick.
DROP INDEX public.books_thick;
