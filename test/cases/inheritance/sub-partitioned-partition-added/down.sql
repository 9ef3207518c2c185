-- Drops table public.events_26_a.
-- Locks public.events_26_a, public.events_26 (ACCESS EXCLUSIVE). Loses the rows of table public.events_26_a.
-- Hazard D101, blocking: drops table public.events_26_a with its rows.
DROP TABLE public.events_26_a;

-- Drops table public.events_26_b.
-- Locks public.events_26_b, public.events_26 (ACCESS EXCLUSIVE). Loses the rows of table public.events_26_b.
-- Hazard D101, blocking: drops table public.events_26_b with its rows.
DROP TABLE public.events_26_b;

-- Drops table public.events_26.
-- Locks public.events_26, public.events (ACCESS EXCLUSIVE). Loses the rows of table public.events_26.
-- Hazard D101, blocking: drops table public.events_26 with its rows.
DROP TABLE public.events_26;
