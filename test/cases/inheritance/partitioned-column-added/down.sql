-- Drops table constraint visits_member_check ON public.visits.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing visits_member_check on public.visits.
ALTER TABLE public.visits DROP CONSTRAINT visits_member_check;

-- Drops table column public.visits.member.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE). Loses the values of public.visits.member.
-- Hazard D102, blocking: drops column public.visits.member with its values.
ALTER TABLE public.visits DROP COLUMN member;
