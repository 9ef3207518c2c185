-- Drops index public.books_isbn.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_isbn, which queries on public.books may use.
DROP INDEX public.books_isbn;

-- Drops index public.books_lower.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_lower, which queries on public.books may use.
DROP INDEX public.books_lower;

-- Drops index public.books_tags.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_tags, which queries on public.books may use.
DROP INDEX public.books_tags;

-- Drops index public.books_thick.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_thick, which queries on public.books may use.
DROP INDEX public.books_thick;
