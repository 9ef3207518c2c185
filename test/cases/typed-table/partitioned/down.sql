-- Alters composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE). Loses attribute age of stored public.person values.
-- Hazard D102, blocking: drops attribute age of type public.person.
ALTER TYPE public.person DROP ATTRIBUTE age CASCADE;
