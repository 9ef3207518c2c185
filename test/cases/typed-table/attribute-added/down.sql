-- Drops index public.foes_age_idx.
-- Locks public.foes (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.foes_age_idx, which queries on public.foes may use.
DROP INDEX public.foes_age_idx;

-- Drops table constraint friends_age_check ON public.friends.
-- Locks public.friends (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing friends_age_check on public.friends.
ALTER TABLE public.friends DROP CONSTRAINT friends_age_check;

-- Alters composite type public.person.
-- Locks public.foes, public.friends (ACCESS EXCLUSIVE). Loses attribute age of stored values of composite type
--   public.person.
-- Hazard D102, blocking: drops attribute age of composite type public.person with its values.
ALTER TYPE public.person DROP ATTRIBUTE age CASCADE;
