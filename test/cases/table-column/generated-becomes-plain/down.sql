-- Drops table column public.books.label.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the values of public.books.label.
-- Hazard D102, blocking: drops column public.books.label with its values.
ALTER TABLE public.books DROP COLUMN label;

-- Recreates table column public.books.label.
-- Locks public.books (ACCESS EXCLUSIVE). Rewrites public.books.
-- Hazard A201, blocking: rewrites table public.books to fill column label.
ALTER TABLE public.books ADD COLUMN label text GENERATED ALWAYS AS (upper(title)) STORED;
