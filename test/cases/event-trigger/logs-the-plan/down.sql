-- Drops table column public.loans.due.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the values of public.loans.due.
-- Hazard D102, blocking: drops column public.loans.due with its values.
ALTER TABLE public.loans DROP COLUMN due;
