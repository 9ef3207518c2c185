-- Drops event trigger "Watch all".
-- Hazard C407: stops running event trigger "Watch all".
DROP EVENT TRIGGER "Watch all";

-- Drops event trigger watch_tables.
-- Hazard C407: stops running event trigger watch_tables.
DROP EVENT TRIGGER watch_tables;

-- Drops view public.open_loans.
-- Locks public.open_loans (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.open_loans fail.
DROP VIEW public.open_loans;

-- Drops table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE). Loses the rows of table public.loans.
-- Hazard D101, blocking: drops table public.loans with its rows.
DROP TABLE public.loans;
