-- Undo: lossless

-- Alters composite type public.person.
ALTER TYPE public.person ADD ATTRIBUTE middle text;
