-- Drops table public.credit_notes.
-- Locks public.credit_notes (ACCESS EXCLUSIVE). Loses the rows of table public.credit_notes.
-- Hazard D101, blocking: drops table public.credit_notes with its rows.
DROP TABLE public.credit_notes;
