-- public.books.title: text becomes text.
-- Locks public.books (ACCESS EXCLUSIVE). Rewrites public.books.
-- Hazard A201, blocking: rewrites table public.books and its indexes: column title becomes text.
-- Hazard C403: cached plans that return public.books.title fail once.
ALTER TABLE public.books ALTER COLUMN title TYPE text;
