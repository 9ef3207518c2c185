-- Drops table public.log_3.
-- Locks public.log_3, public.log (ACCESS EXCLUSIVE). Loses the rows of table public.log_3.
-- Hazard D101, blocking: drops table public.log_3 with its rows.
DROP TABLE public.log_3;

-- Drops table public.notes_1.
-- Locks public.notes_1, public.notes (ACCESS EXCLUSIVE). Loses the rows of table public.notes_1.
-- Hazard D101, blocking: drops table public.notes_1 with its rows.
DROP TABLE public.notes_1;

-- Drops table public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE). Loses the rows of table public.notes.
-- Hazard D101, blocking: drops table public.notes with its rows.
DROP TABLE public.notes;

-- Alters table column public.log.line.
-- Locks public.log (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.log ALTER COLUMN line SET STORAGE DEFAULT;

-- Alters table column public.log.size.
ALTER TABLE public.log ALTER COLUMN size SET STATISTICS -1;

-- Alters table column public.log.size.
ALTER TABLE public.log ALTER COLUMN size RESET (n_distinct_inherited);

-- Alters table column public.log_2.line.
-- Locks public.log_2 (ACCESS EXCLUSIVE).
ALTER TABLE public.log_2 ALTER COLUMN line SET COMPRESSION default;
