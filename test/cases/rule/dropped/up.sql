-- Undo: lossless

-- Drops rule keep ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
DROP RULE keep ON public.loans;
