-- Drops table public.openings.
-- Locks public.openings (ACCESS EXCLUSIVE). Loses the rows of table public.openings.
-- Hazard D101, blocking: drops table public.openings with its rows.
DROP TABLE public.openings;

-- Drops range public.minutes.
DROP TYPE public.minutes;
