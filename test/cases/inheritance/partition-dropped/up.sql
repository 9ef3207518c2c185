-- Undo: loses data:
--   the rows of table public.visits_2023

-- Drops table public.visits_2023.
-- Locks public.visits_2023, public.visits (ACCESS EXCLUSIVE). Loses the rows of table public.visits_2023.
-- Hazard D101, blocking: drops table public.visits_2023 with its rows.
DROP TABLE public.visits_2023;
