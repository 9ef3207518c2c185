-- Undo: loses data:
--   attribute age of stored public.person values

-- Drops index public.friends_age_idx.
-- Locks public.friends (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.friends can no longer use public.friends_age_idx.
DROP INDEX public.friends_age_idx;

-- Alters composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE). Loses attribute age of stored public.person values.
-- Hazard D102, blocking: drops attribute age of type public.person.
ALTER TYPE public.person DROP ATTRIBUTE age CASCADE;
