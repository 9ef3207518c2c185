-- Undo: lossless

-- Drops policy own ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy own lets roles read or write.
DROP POLICY own ON public.loans;

-- Disables row security on table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502, blocking: disables row security on public.loans: every row is visible again.
ALTER TABLE public.loans DISABLE ROW LEVEL SECURITY;
