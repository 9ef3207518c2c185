-- Drops policy "see own" ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy "see own" lets roles read or write.
DROP POLICY "see own" ON public.loans;

-- Drops policy add ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard S502: changes which rows of public.loans policy add lets roles read or write.
DROP POLICY add ON public.loans;
