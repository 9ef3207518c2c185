-- Drops table constraint loans_member ON public.loans.
-- Locks public.loans, public.members (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing loans_member on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT loans_member;

-- Recreates table constraint loans_member ON public.loans.
-- Locks public.loans, public.members (SHARE ROW EXCLUSIVE).
-- Hazard A205: blocks writes to public.loans and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.loans has no matching row in the referenced table.
ALTER TABLE public.loans ADD CONSTRAINT loans_member FOREIGN KEY (member) REFERENCES public.members(id) NOT VALID;
