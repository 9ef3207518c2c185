-- Drops table public.visits_2025.
-- Locks public.visits_2025, public.visits (ACCESS EXCLUSIVE). Loses the rows of table public.visits_2025.
-- Hazard D101, blocking: drops table public.visits_2025 with its rows.
DROP TABLE public.visits_2025;
