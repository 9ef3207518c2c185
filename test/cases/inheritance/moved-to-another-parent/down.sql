-- Removes table public.friends from the children of table public.beings.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends NO INHERIT public.beings;

-- Drops table column public.people.name.
-- Locks public.people (ACCESS EXCLUSIVE). Loses the values of public.people.name.
-- Hazard D102, blocking: drops column public.people.name with its values.
ALTER TABLE public.people DROP COLUMN name;

-- Drops table public.beings.
-- Locks public.beings (ACCESS EXCLUSIVE). Loses the rows of table public.beings.
-- Hazard D101, blocking: drops table public.beings with its rows.
DROP TABLE public.beings;

-- Alters table column public.friends.id.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends RENAME CONSTRAINT beings_id_not_null TO people_id_not_null;

-- Creates table column public.people.id.
-- Locks public.people (ACCESS EXCLUSIVE).
-- Hazard F301: fails if public.people contains rows: column id is NOT NULL and has no default.
ALTER TABLE public.people ADD COLUMN id integer CONSTRAINT people_id_not_null NOT NULL;

-- Adds table public.friends as a child of table public.people.
-- Locks public.friends (ACCESS EXCLUSIVE).
ALTER TABLE public.friends INHERIT public.people;
