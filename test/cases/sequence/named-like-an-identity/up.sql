-- Undo: loses data:
--   the rows of table public.loans

-- Drops table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the rows of table public.loans.
-- Hazard D101, blocking: drops table public.loans with its rows.
DROP TABLE public.loans;

-- Creates table column public.books.n.
-- Locks public.books (ACCESS EXCLUSIVE). Rewrites public.books.
-- Hazard A201, blocking: rewrites table public.books to fill column n.
ALTER TABLE public.books ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.numbers) NOT NULL;
