-- Drops index public.foes_age_idx.
-- Locks public.foes (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.foes can no longer use public.foes_age_idx.
DROP INDEX public.foes_age_idx;

-- Drops table constraint friends_age_check ON public.friends.
-- Locks public.friends (ACCESS EXCLUSIVE).
-- Hazard C408: public.friends no longer enforces friends_age_check.
ALTER TABLE public.friends DROP CONSTRAINT friends_age_check;

-- Alters composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE), public.foes (ACCESS EXCLUSIVE). Loses attribute age of stored
--   public.person values.
-- Hazard D102, blocking: drops attribute age of type public.person.
ALTER TYPE public.person DROP ATTRIBUTE age CASCADE;
