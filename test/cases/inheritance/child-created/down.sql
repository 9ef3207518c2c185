-- Drops table public.maps.
-- Locks public.maps (ACCESS EXCLUSIVE). Loses the rows of table public.maps.
-- Hazard D101, blocking: drops table public.maps with its rows.
DROP TABLE public.maps;
