-- Undo: loses data:
--   the rows of table public.loans

-- Drops view public.current_loans.
-- Locks public.current_loans (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.current_loans fail.
DROP VIEW public.current_loans;

-- Drops table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the rows of table public.loans.
-- Hazard D101, blocking: drops table public.loans with its rows.
DROP TABLE public.loans;
