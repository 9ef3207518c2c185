-- Undo: loses data:
--   attribute age of stored values of composite type public.person

-- Drops index public.friends_age_idx.
-- Locks public.friends (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.friends_age_idx, which queries on public.friends may use.
DROP INDEX public.friends_age_idx;

-- Alters composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE). Loses attribute age of stored values of composite type public.person.
-- Hazard D102, blocking: drops attribute age of composite type public.person with its values.
ALTER TYPE public.person DROP ATTRIBUTE age CASCADE;
