-- Drops index public.seats_number.
-- Locks public.seats (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.seats can no longer use public.seats_number.
DROP INDEX public.seats_number;

-- Makes again index public.seats_number.
-- Locks public.seats (SHARE). Builds an index over public.seats.
-- Hazard A203: blocks writes to public.seats while the index is built.
CREATE INDEX seats_number ON public.seats USING btree (hall, number);
