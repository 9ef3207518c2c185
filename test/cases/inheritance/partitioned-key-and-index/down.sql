-- Drops index public.visits_member.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.visits_member, which queries on public.visits may use.
DROP INDEX public.visits_member;

-- Drops table constraint visits_pkey ON public.visits.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing visits_pkey on public.visits.
ALTER TABLE public.visits DROP CONSTRAINT visits_pkey;

-- Alters table column public.visits.member.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.visits.member.
ALTER TABLE public.visits ALTER COLUMN member DROP NOT NULL;
