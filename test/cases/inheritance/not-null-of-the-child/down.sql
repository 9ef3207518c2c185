-- Drops table public.friends.
-- Locks public.friends (ACCESS EXCLUSIVE). Loses the rows of table public.friends.
-- Hazard D101, blocking: drops table public.friends with its rows.
DROP TABLE public.friends;

-- Drops table column public.people.mark.
-- Locks public.people, public.foes, public.friends (ACCESS EXCLUSIVE). Loses the values of public.people.mark.
-- Hazard D102, blocking: drops column public.people.mark with its values.
ALTER TABLE public.people DROP COLUMN mark;

-- Drops table column public.people.name.
-- Locks public.people, public.foes, public.friends (ACCESS EXCLUSIVE). Loses the values of public.people.name.
-- Hazard D102, blocking: drops column public.people.name with its values.
ALTER TABLE public.people DROP COLUMN name;
