-- Drops table public.sections.
-- Locks public.sections (ACCESS EXCLUSIVE). Loses the rows of table public.sections.
-- Hazard D101, blocking: drops table public.sections with its rows.
DROP TABLE public.sections;
