-- Drops table constraint loans_id ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C408: public.loans no longer enforces loans_id.
ALTER TABLE public.loans DROP CONSTRAINT loans_id;

-- Drops table constraint loans_member ON public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE), public.members (ACCESS EXCLUSIVE).
-- Hazard C408: public.loans no longer enforces loans_member.
ALTER TABLE public.loans DROP CONSTRAINT loans_member;
