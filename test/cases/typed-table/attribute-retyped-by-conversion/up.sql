-- Undo: loses data:
--   what of public.friends.joined does not fit date
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.friends ALTER COLUMN joined TYPE date USING joined::date: invalid input syntax for type date: "r1"

-- Frees the columns of public.friends from type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends NOT OF;

-- Drops composite type public.person.
DROP TYPE public.person;

-- Makes again composite type public.person.
CREATE TYPE public.person AS (
    id integer,
    joined date
);

-- public.friends.joined: text becomes date.
-- Locks public.friends (ACCESS EXCLUSIVE). Rewrites public.friends. Loses what of public.friends.joined does not
--   fit date.
-- Hazard A201, blocking: rewrites table public.friends and its indexes: column joined becomes date.
-- Hazard D104, blocking: values of public.friends.joined may not fit date.
-- Hazard C403: cached plans that return public.friends.joined fail once.
ALTER TABLE public.friends ALTER COLUMN joined TYPE date USING joined::date;

-- Makes the columns of public.friends those of type public.person.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends OF public.person;
