-- Drops table constraint visits_member_area_fkey ON public.visits.
-- Locks public.visits, public.visits_2024, public.members and 1 more (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing visits_member_area_fkey on public.visits.
ALTER TABLE public.visits DROP CONSTRAINT visits_member_area_fkey;
