-- Drops table public.visits_2020.
-- Locks public.visits_2020, public.visits (ACCESS EXCLUSIVE). Loses the rows of table public.visits_2020.
-- Hazard D101, blocking: drops table public.visits_2020 with its rows.
DROP TABLE public.visits_2020;
