-- Undo: lossless
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.rows ADD COLUMN id integer NOT NULL: column "id" of relation "rows" contains null values

-- Drops table constraint former ON public.seats.
-- Locks public.seats (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing former on public.seats.
ALTER TABLE public.seats DROP CONSTRAINT former;

-- Drops table constraint lamps_hall_row_fkey ON public.lamps, because table constraint rows_key ON public.rows
--   changes.
-- Locks public.lamps, public.rows (ACCESS EXCLUSIVE).
ALTER TABLE public.lamps DROP CONSTRAINT lamps_hall_row_fkey;

-- Drops table constraint rows_key ON public.rows.
-- Locks public.rows (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing rows_key on public.rows.
ALTER TABLE public.rows DROP CONSTRAINT rows_key;

-- Alters table column public.rows.hall.
-- Locks public.rows (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.rows.hall.
ALTER TABLE public.rows ALTER COLUMN hall DROP NOT NULL;

-- Alters table column public.rows."row".
-- Locks public.rows (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.rows."row".
ALTER TABLE public.rows ALTER COLUMN "row" DROP NOT NULL;

-- Creates table column public.rows.id.
-- Locks public.rows (ACCESS EXCLUSIVE).
-- Hazard F301: fails if public.rows contains rows: column id is NOT NULL and has no default.
ALTER TABLE public.rows ADD COLUMN id integer NOT NULL;

-- Creates table constraint rows_new_key ON public.rows.
-- Locks public.rows (ACCESS EXCLUSIVE). Builds an index over public.rows.
-- Hazard A203: builds an index on public.rows under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.rows contains duplicates.
ALTER TABLE public.rows ADD CONSTRAINT rows_new_key PRIMARY KEY (id);

-- Creates table constraint rows_unique ON public.rows.
-- Locks public.rows (ACCESS EXCLUSIVE). Builds an index over public.rows.
-- Hazard A203: builds an index on public.rows under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.rows contains duplicates.
ALTER TABLE public.rows ADD CONSTRAINT rows_unique UNIQUE (hall, "row");

-- Recreates table constraint lamps_hall_row_fkey ON public.lamps, because table constraint rows_key ON public.rows
--   changes.
-- Locks public.lamps, public.rows (SHARE ROW EXCLUSIVE). Scans public.lamps.
-- Hazard A205: blocks writes to public.lamps and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of public.lamps has no matching row in the referenced table.
ALTER TABLE public.lamps ADD CONSTRAINT lamps_hall_row_fkey FOREIGN KEY (hall, "row") REFERENCES public.rows(hall, "row");

-- Creates table constraint again ON public.rows.
-- Locks public.rows (ACCESS EXCLUSIVE). Builds an index over public.rows.
-- Hazard A203: builds an index on public.rows under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.rows contains duplicates.
ALTER TABLE public.rows ADD CONSTRAINT again UNIQUE ("row", hall);

-- Creates table constraint seats_key ON public.seats.
-- Locks public.seats (ACCESS EXCLUSIVE). Builds an index over public.seats.
-- Hazard A203: builds an index on public.seats under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.seats contains duplicates.
ALTER TABLE public.seats ADD CONSTRAINT seats_key UNIQUE (seat, hall);

-- Creates table constraint another ON public.seats.
-- Locks public.seats (ACCESS EXCLUSIVE). Builds an index over public.seats.
-- Hazard A203: builds an index on public.seats under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.seats contains duplicates.
ALTER TABLE public.seats ADD CONSTRAINT another UNIQUE (hall, seat);

-- Creates table public.tickets.
CREATE TABLE public.tickets (
    hall integer,
    seat integer
);

-- Creates table constraint tickets_hall_seat_fkey ON public.tickets.
-- Locks public.seats (SHARE ROW EXCLUSIVE).
ALTER TABLE public.tickets ADD CONSTRAINT tickets_hall_seat_fkey FOREIGN KEY (hall, seat) REFERENCES public.seats(hall, seat);
