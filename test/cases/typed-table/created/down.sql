-- Drops table public.foes.
-- Locks public.foes (ACCESS EXCLUSIVE). Loses the rows of table public.foes.
-- Hazard D101, blocking: drops table public.foes with its rows.
DROP TABLE public.foes;

-- Drops table public.friends.
-- Locks public.friends (ACCESS EXCLUSIVE). Loses the rows of table public.friends.
-- Hazard D101, blocking: drops table public.friends with its rows.
DROP TABLE public.friends;
