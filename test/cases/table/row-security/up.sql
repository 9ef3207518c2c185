-- Undo: lossless

-- Creates policy own ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy own lets roles read or write.
CREATE POLICY own ON public.loans
    USING ((member = CURRENT_USER));

-- Enables row security on table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: enables row security on public.loans: rows that no policy allows are hidden.
ALTER TABLE public.loans ENABLE ROW LEVEL SECURITY;

-- Applies row security to the owner of table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes whether row security applies to the owner of table public.loans.
ALTER TABLE public.loans FORCE ROW LEVEL SECURITY;
