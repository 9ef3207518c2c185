-- Drops table constraint loans_member_fkey ON public.loans.
-- Locks public.loans, public.members (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing loans_member_fkey on public.loans.
ALTER TABLE public.loans DROP CONSTRAINT loans_member_fkey;

-- Recreates table constraint loans_member_fkey ON public.loans.
-- Locks public.loans, public.members (SHARE ROW EXCLUSIVE). Scans public.loans.
-- Hazard A205: blocks writes to public.loans and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.loans has no matching row in the referenced table.
ALTER TABLE public.loans ADD CONSTRAINT loans_member_fkey FOREIGN KEY (member) REFERENCES public.members(id);
