-- Undo: loses data:
--   values of public.friends.joined that do not fit date
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
-- Locks public.friends (ACCESS EXCLUSIVE). Rewrites public.friends. Loses values of public.friends.joined that do
--   not fit date.
-- Hazard A201, blocking: rewrites table public.friends and its indexes: the type of column joined becomes date.
-- Hazard D104, blocking: values of public.friends.joined may not fit date.
-- Hazard C403: cached plans that return public.friends.joined fail once.
ALTER TABLE public.friends ALTER COLUMN joined TYPE date USING joined::date;

-- Makes table public.friends a typed table of composite type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends OF public.person;
