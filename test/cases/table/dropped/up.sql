-- Undo: loses data:
--   the rows of table public.visits

-- Drops table public.visits.
-- Locks public.visits, public.members (ACCESS EXCLUSIVE). Loses the rows of table public.visits.
-- Hazard D101, blocking: drops table public.visits with its rows.
DROP TABLE public.visits;
