-- Undo: lossless

-- Makes typed table public.foes independent of composite type public.person.
-- Locks public.foes (ACCESS EXCLUSIVE).
ALTER TABLE public.foes NOT OF;

-- Creates table column public.foes.since.
-- Locks public.foes (ACCESS EXCLUSIVE).
ALTER TABLE public.foes ADD COLUMN since date;

-- Makes table public.friends a typed table of composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends OF public.person;
