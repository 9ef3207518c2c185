-- Makes typed table public.friends independent of composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends NOT OF;

-- Drops table column public.foes.since.
-- Locks public.foes (ACCESS EXCLUSIVE). Loses the values of public.foes.since.
-- Hazard D102, blocking: drops column public.foes.since with its values.
ALTER TABLE public.foes DROP COLUMN since;

-- Makes table public.foes a typed table of composite type public.person.
-- Locks public.foes (ACCESS EXCLUSIVE).
ALTER TABLE public.foes OF public.person;
