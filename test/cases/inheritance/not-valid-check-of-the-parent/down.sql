-- Drops table public.measures_2024.
-- Locks public.measures_2024 (ACCESS EXCLUSIVE). Loses the rows of table public.measures_2024.
-- Hazard D101, blocking: drops table public.measures_2024 with its rows.
DROP TABLE public.measures_2024;

-- Drops table public.measures_2025.
-- Locks public.measures_2025 (ACCESS EXCLUSIVE). Loses the rows of table public.measures_2025.
-- Hazard D101, blocking: drops table public.measures_2025 with its rows.
DROP TABLE public.measures_2025;

-- Drops table public.measures.
-- Locks public.measures (ACCESS EXCLUSIVE). Loses the rows of table public.measures.
-- Hazard D101, blocking: drops table public.measures with its rows.
DROP TABLE public.measures;
