-- Undo: lossless

-- Drops index public.seats_number.
-- Locks public.seats (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.seats_number, which queries on public.seats may use.
DROP INDEX public.seats_number;

-- Recreates index public.seats_number.
-- Locks public.seats (SHARE). Builds an index over public.seats.
-- Hazard A203: blocks writes to public.seats while the index is built.
-- Hazard F302: fails if public.seats contains duplicates.
CREATE UNIQUE INDEX seats_number ON public.seats USING btree (hall, number);
