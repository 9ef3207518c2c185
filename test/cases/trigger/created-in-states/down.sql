-- Drops table public.events_1.
-- Locks public.events_1, public.events (ACCESS EXCLUSIVE). Loses the rows of table public.events_1.
-- Hazard D101, blocking: drops table public.events_1 with its rows.
DROP TABLE public.events_1;

-- Drops table public.events.
-- Locks public.events (ACCESS EXCLUSIVE). Loses the rows of table public.events.
-- Hazard D101, blocking: drops table public.events with its rows.
DROP TABLE public.events;

-- Drops table public.old_1.
-- Locks public.old_1, public.old (ACCESS EXCLUSIVE). Loses the rows of table public.old_1.
-- Hazard D101, blocking: drops table public.old_1 with its rows.
DROP TABLE public.old_1;
