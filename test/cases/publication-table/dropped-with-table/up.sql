-- Undo: loses data:
--   the rows of table public.loans

-- Publication outside no longer sends public.loans.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside DROP TABLE ONLY public.loans;

-- Drops table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the rows of table public.loans.
-- Hazard D101, blocking: drops table public.loans with its rows.
DROP TABLE public.loans;
