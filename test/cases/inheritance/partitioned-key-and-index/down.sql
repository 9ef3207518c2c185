-- Drops index public.visits_member.
-- Locks public.visits (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.visits can no longer use public.visits_member.
DROP INDEX public.visits_member;

-- Drops table constraint visits_pkey ON public.visits.
-- Locks public.visits (ACCESS EXCLUSIVE).
-- Hazard C408: public.visits no longer enforces visits_pkey.
ALTER TABLE public.visits DROP CONSTRAINT visits_pkey;

-- Alters table column public.visits.member.
-- Locks public.visits (ACCESS EXCLUSIVE).
-- Hazard C408: public.visits.member may be null.
ALTER TABLE public.visits ALTER COLUMN member DROP NOT NULL;
