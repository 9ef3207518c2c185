-- Alters composite type public.person.
-- Loses attribute middle of stored values of composite type public.person.
-- Hazard D102, blocking: drops attribute middle of composite type public.person with its values.
ALTER TYPE public.person DROP ATTRIBUTE middle;
