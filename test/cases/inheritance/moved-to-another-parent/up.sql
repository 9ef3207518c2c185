-- Undo: loses data:
--   the values of public.people.id
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.people ADD COLUMN id integer CONSTRAINT people_id_not_null NOT NULL: column "id" of relation "people" contains null values

-- Removes table public.friends from the children of table public.people.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends NO INHERIT public.people;

-- Drops table column public.people.id.
-- Locks public.people, public.friends (ACCESS EXCLUSIVE). Loses the values of public.people.id.
-- Hazard D102, blocking: drops column public.people.id with its values.
ALTER TABLE public.people DROP COLUMN id;

-- Creates table public.beings.
CREATE TABLE public.beings (
    id integer NOT NULL
);

-- Alters table column public.friends.id.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends RENAME CONSTRAINT people_id_not_null TO beings_id_not_null;

-- Adds table public.friends as a child of table public.beings.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends INHERIT public.beings;

-- Creates table column public.people.name.
-- Locks public.people, public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.people ADD COLUMN name text;
