-- Undo: loses data:
--   the values of public.books.code
--   the values of public.loans.code

-- Drops table constraint loans_code_check ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing loans_code_check on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT loans_code_check;

-- Drops table constraint loans_code_fkey ON public.loans.
-- Locks public.loans, public.books (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing loans_code_fkey on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT loans_code_fkey;

-- Drops table constraint books_code_key ON public.books.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing books_code_key on public.books.
ALTER TABLE public.books DROP CONSTRAINT books_code_key;

-- Drops table column public.books.code.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the values of public.books.code.
-- Hazard D102, blocking: drops column public.books.code with its values.
ALTER TABLE public.books DROP COLUMN code;

-- Drops table column public.loans.code.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the values of public.loans.code.
-- Hazard D102, blocking: drops column public.loans.code with its values.
ALTER TABLE public.loans DROP COLUMN code;
