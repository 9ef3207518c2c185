-- Undo: loses data:
--   values of public.friends.joined that date can't hold exactly
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.friends ALTER COLUMN joined TYPE date USING joined::date: invalid input syntax for type date: "r1"

-- Makes typed table public.friends independent of composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends NOT OF;

-- Drops composite type public.person.
DROP TYPE public.person;

-- Recreates composite type public.person.
CREATE TYPE public.person AS (
    id integer,
    joined date
);

-- Changes the type of table column public.friends.joined from text to date.
-- Locks public.friends (ACCESS EXCLUSIVE). Rewrites public.friends. Loses values of public.friends.joined that date
--   can't hold exactly.
-- Hazard A201, blocking: rewrites table public.friends and its indexes: the type of column joined becomes date.
-- Hazard D104, blocking: changes values of public.friends.joined that date can't hold exactly (text before).
-- Hazard F304: fails if a value of public.friends.joined is not valid in date.
-- Hazard C403: cached plans that return public.friends.joined fail once.
ALTER TABLE public.friends ALTER COLUMN joined TYPE date USING joined::date;

-- Makes table public.friends a typed table of composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends OF public.person;
