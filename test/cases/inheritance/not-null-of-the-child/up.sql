-- Undo: lossless
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.foes ALTER COLUMN mark SET NOT NULL: column "mark" of relation "foes" contains null values

-- Creates table column public.people.name.
-- Locks public.people, public.foes (ACCESS EXCLUSIVE).
ALTER TABLE public.people ADD COLUMN name text;

-- Creates table column public.people.mark.
-- Locks public.people, public.foes (ACCESS EXCLUSIVE).
ALTER TABLE public.people ADD COLUMN mark text;

-- Sets properties of table column public.foes.mark that its CREATE statement can't set.
-- Locks public.foes (ACCESS EXCLUSIVE). Scans public.foes.
-- Hazard A202: reads all of public.foes under an ACCESS EXCLUSIVE lock to check that mark contains no null.
-- Hazard F301: fails if public.foes.mark contains a null.
ALTER TABLE public.foes ALTER COLUMN mark SET NOT NULL;

-- Creates table public.friends.
CREATE TABLE public.friends (
    since date
)
INHERITS (public.people);

-- Sets properties of table column public.friends.name that its CREATE statement can't set.
ALTER TABLE public.friends ALTER COLUMN name SET NOT NULL;
