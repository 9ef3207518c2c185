-- Undo: loses data:
--   the rows of table public.friends

-- Drops table public.friends.
-- Locks public.friends (ACCESS EXCLUSIVE). Loses the rows of table public.friends.
-- Hazard D101, blocking: drops table public.friends with its rows.
DROP TABLE public.friends;

-- Drops composite type public.person.
DROP TYPE public.person;
