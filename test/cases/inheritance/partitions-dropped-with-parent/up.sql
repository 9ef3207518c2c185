-- Undo: loses data:
--   the rows of table public.visits_2020
--   the rows of table public.visits
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.notes ADD CONSTRAINT notes_at_id_fkey FOREIGN KEY (at, id) REFERENCES public.visits(at, id): insert or update on table "notes" violates foreign key constraint "notes_at_id_fkey"

-- Drops table constraint notes_at_id_fkey ON public.notes.
-- Locks public.notes, public.visits, public.visits_2020 (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing notes_at_id_fkey on public.notes.
ALTER TABLE public.notes DROP CONSTRAINT notes_at_id_fkey;

-- Drops table public.visits_2020.
-- Locks public.visits_2020, public.visits (ACCESS EXCLUSIVE). Loses the rows of table public.visits_2020.
-- Hazard D101, blocking: drops table public.visits_2020 with its rows.
DROP TABLE public.visits_2020;

-- Drops table public.visits.
-- Locks public.visits (ACCESS EXCLUSIVE). Loses the rows of table public.visits.
-- Hazard D101, blocking: drops table public.visits with its rows.
DROP TABLE public.visits;
