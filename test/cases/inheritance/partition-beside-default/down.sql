-- Drops table public.log_26.
-- Locks public.log_26, public.log (ACCESS EXCLUSIVE). Loses the rows of table public.log_26.
-- Hazard D101, blocking: drops table public.log_26 with its rows.
DROP TABLE public.log_26;
