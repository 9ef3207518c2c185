-- Drops table constraint lamps_hall_row_fkey ON public.lamps, because table constraint rows_unique ON public.rows
--   changes.
-- Locks public.lamps, public.rows (ACCESS EXCLUSIVE).
ALTER TABLE public.lamps DROP CONSTRAINT lamps_hall_row_fkey;

-- Drops table constraint again ON public.rows.
-- Locks public.rows (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing again on public.rows.
ALTER TABLE public.rows DROP CONSTRAINT again;

-- Drops table constraint rows_new_key ON public.rows.
-- Locks public.rows (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing rows_new_key on public.rows.
ALTER TABLE public.rows DROP CONSTRAINT rows_new_key;

-- Drops table constraint rows_unique ON public.rows.
-- Locks public.rows (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing rows_unique on public.rows.
ALTER TABLE public.rows DROP CONSTRAINT rows_unique;

-- Drops table column public.rows.id.
-- Locks public.rows (ACCESS EXCLUSIVE). Loses the values of public.rows.id.
-- Hazard D102, blocking: drops column public.rows.id with its values.
ALTER TABLE public.rows DROP COLUMN id;

-- Drops table public.tickets.
-- Locks public.tickets, public.seats (ACCESS EXCLUSIVE). Loses the rows of table public.tickets.
-- Hazard D101, blocking: drops table public.tickets with its rows.
DROP TABLE public.tickets;

-- Drops table constraint another ON public.seats.
-- Locks public.seats (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing another on public.seats.
ALTER TABLE public.seats DROP CONSTRAINT another;

-- Drops table constraint seats_key ON public.seats.
-- Locks public.seats (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing seats_key on public.seats.
ALTER TABLE public.seats DROP CONSTRAINT seats_key;

-- Alters table column public.rows.hall.
-- Locks public.rows (ACCESS EXCLUSIVE). Scans public.rows.
-- Hazard A202: reads all of public.rows under an ACCESS EXCLUSIVE lock to check that hall contains no null.
-- Hazard F301: fails if public.rows.hall contains a null.
ALTER TABLE public.rows ALTER COLUMN hall SET NOT NULL;

-- Alters table column public.rows."row".
-- Locks public.rows (ACCESS EXCLUSIVE). Scans public.rows.
-- Hazard A202: reads all of public.rows under an ACCESS EXCLUSIVE lock to check that "row" contains no null.
-- Hazard F301: fails if public.rows."row" contains a null.
ALTER TABLE public.rows ALTER COLUMN "row" SET NOT NULL;

-- Creates table constraint rows_key ON public.rows.
-- Locks public.rows (ACCESS EXCLUSIVE). Builds an index over public.rows.
-- Hazard A203: builds an index on public.rows under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.rows contains duplicates.
ALTER TABLE public.rows ADD CONSTRAINT rows_key PRIMARY KEY (hall, "row");

-- Recreates table constraint lamps_hall_row_fkey ON public.lamps, because table constraint rows_unique ON
--   public.rows changes.
-- Locks public.lamps, public.rows (SHARE ROW EXCLUSIVE). Scans public.lamps.
-- Hazard A205: blocks writes to public.lamps and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.lamps has no matching row in the referenced table.
ALTER TABLE public.lamps ADD CONSTRAINT lamps_hall_row_fkey FOREIGN KEY (hall, "row") REFERENCES public.rows(hall, "row");

-- Creates table constraint former ON public.seats.
-- Locks public.seats (ACCESS EXCLUSIVE). Builds an index over public.seats.
-- Hazard A203: builds an index on public.seats under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.seats contains duplicates.
ALTER TABLE public.seats ADD CONSTRAINT former UNIQUE (seat, hall);
