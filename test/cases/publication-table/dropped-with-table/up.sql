-- Undo: loses data:
--   the rows of table public.loans

-- Drops table public.loans from publication outside.
-- Hazard C409: changes what publication outside publishes.
ALTER PUBLICATION outside DROP TABLE ONLY public.loans;

-- Drops table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the rows of table public.loans.
-- Hazard D101, blocking: drops table public.loans with its rows.
DROP TABLE public.loans;
