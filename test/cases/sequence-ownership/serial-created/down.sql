-- Drops table public.receipts.
-- Locks public.receipts (ACCESS EXCLUSIVE). Loses the rows of table public.receipts.
-- Hazard D101, blocking: drops table public.receipts with its rows.
DROP TABLE public.receipts;
