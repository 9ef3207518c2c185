-- Drops table public.books.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the rows of table public.books.
-- Hazard D101, blocking: drops table public.books with its rows.
DROP TABLE public.books;

-- Drops function public.is_isbn(text).
-- Hazard C402: callers of public.is_isbn(text) fail.
DROP FUNCTION public.is_isbn(text);

-- Drops function public.digits(text).
-- Hazard C402: callers of public.digits(text) fail.
DROP FUNCTION public.digits(text);
