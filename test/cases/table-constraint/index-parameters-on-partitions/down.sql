-- Drops table public.notes_1.
-- Locks public.notes_1, public.notes (ACCESS EXCLUSIVE). Loses the rows of table public.notes_1.
-- Hazard D101, blocking: drops table public.notes_1 with its rows.
DROP TABLE public.notes_1;

-- Drops table public.notes.
-- Locks public.notes (ACCESS EXCLUSIVE). Loses the rows of table public.notes.
-- Hazard D101, blocking: drops table public.notes with its rows.
DROP TABLE public.notes;

-- Alters table constraint log_1_pkey ON public.log_1.
ALTER INDEX public.log_1_pkey RESET (fillfactor);

-- Alters table constraint log_1_pkey ON public.log_1.
COMMENT ON INDEX public.log_1_pkey IS NULL;

-- Removes the comment of table constraint log_1_pkey ON public.log_1.
COMMENT ON CONSTRAINT log_1_pkey ON public.log_1 IS NULL;
