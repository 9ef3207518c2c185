-- Drops view public.records.
-- Locks public.records (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.records fail.
DROP VIEW public.records;

-- Drops table public.books.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the rows of table public.books.
-- Hazard D101, blocking: drops table public.books with its rows.
DROP TABLE public.books;

-- Drops aggregate public.longest_of(text).
-- Hazard C402: queries that use public.longest_of(text) fail.
DROP AGGREGATE public.longest_of(text);

-- Drops function public.longest(text, text).
-- Hazard C402: callers of public.longest(text, text) fail.
DROP FUNCTION public.longest(text, text);
