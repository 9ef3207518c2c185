-- Drops table constraint loans_id ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing loans_id on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT loans_id;

-- Drops table constraint loans_member ON public.loans.
-- Locks public.loans, public.members (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing loans_member on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT loans_member;
