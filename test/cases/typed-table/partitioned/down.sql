-- Alters composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE). Loses attribute age of stored values of composite type public.person.
-- Hazard D102, blocking: drops attribute age of composite type public.person with its values.
ALTER TYPE public.person DROP ATTRIBUTE age CASCADE;
