-- Drops table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the rows of table public.loans.
-- Hazard D101, blocking: drops table public.loans with its rows.
DROP TABLE public.loans;

-- Alters table column public.books.title.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.books.title.
ALTER TABLE public.books ALTER COLUMN title DROP NOT NULL;
