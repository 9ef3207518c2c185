-- Drops table public.ledgers.
-- Locks public.ledgers (ACCESS EXCLUSIVE). Loses the rows of table public.ledgers.
-- Hazard D101, blocking: drops table public.ledgers with its rows.
DROP TABLE public.ledgers;
