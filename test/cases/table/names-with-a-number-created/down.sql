-- Drops table public.credit_notes.
-- Locks public.credit_notes (ACCESS EXCLUSIVE). Loses the rows of table public.credit_notes.
-- Hazard D101, blocking: drops table public.credit_notes with its rows.
DROP TABLE public.credit_notes;

-- Drops table public.credit_notes_taxes.
-- Locks public.credit_notes_taxes (ACCESS EXCLUSIVE). Loses the rows of table public.credit_notes_taxes.
-- Hazard D101, blocking: drops table public.credit_notes_taxes with its rows.
DROP TABLE public.credit_notes_taxes;

-- Drops table public.later.
-- Locks public.later (ACCESS EXCLUSIVE). Loses the rows of table public.later.
-- Hazard D101, blocking: drops table public.later with its rows.
DROP TABLE public.later;
