-- Undo: lossless

-- Frees the columns of public.foes from type public.person.
-- Locks public.foes (ACCESS EXCLUSIVE).
ALTER TABLE public.foes NOT OF;

-- Creates table column public.foes.since.
-- Locks public.foes (ACCESS EXCLUSIVE).
ALTER TABLE public.foes ADD COLUMN since date;

-- Makes the columns of public.friends those of type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends OF public.person;
