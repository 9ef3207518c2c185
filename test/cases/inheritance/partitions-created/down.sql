-- Drops table public.visits_north_2024.
-- Locks public.visits_north_2024, public.visits_north (ACCESS EXCLUSIVE). Loses the rows of table
--   public.visits_north_2024.
-- Hazard D101, blocking: drops table public.visits_north_2024 with its rows.
DROP TABLE public.visits_north_2024;

-- Drops table public.visits_north.
-- Locks public.visits_north, public.visits (ACCESS EXCLUSIVE). Loses the rows of table public.visits_north.
-- Hazard D101, blocking: drops table public.visits_north with its rows.
DROP TABLE public.visits_north;

-- Drops table public.visits_other.
-- Locks public.visits_other, public.visits (ACCESS EXCLUSIVE). Loses the rows of table public.visits_other.
-- Hazard D101, blocking: drops table public.visits_other with its rows.
DROP TABLE public.visits_other;

-- Drops table public.visits.
-- Locks public.visits (ACCESS EXCLUSIVE). Loses the rows of table public.visits.
-- Hazard D101, blocking: drops table public.visits with its rows.
DROP TABLE public.visits;
