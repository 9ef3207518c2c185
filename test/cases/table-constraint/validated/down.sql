-- Drops table constraint loans_member ON public.loans.
-- Locks public.loans, public.members (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing loans_member on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT loans_member;

-- Recreates table constraint loans_member ON public.loans.
-- Locks public.loans, public.members (SHARE ROW EXCLUSIVE).
ALTER TABLE public.loans ADD CONSTRAINT loans_member FOREIGN KEY (member) REFERENCES public.members(id) NOT VALID;
