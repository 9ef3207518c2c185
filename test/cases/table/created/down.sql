-- Drops table public.books.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the rows of table public.books.
-- Hazard D101, blocking: drops table public.books with its rows.
DROP TABLE public.books;
