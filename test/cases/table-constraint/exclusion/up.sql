-- Undo: lossless

-- Creates table constraint no_overlap ON public.bookings.
-- Locks public.bookings (ACCESS EXCLUSIVE). Builds an index over public.bookings.
-- Hazard A203: builds an index on public.bookings under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.bookings contains duplicates.
ALTER TABLE public.bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (int4range(room, room, '[]'::text) WITH =, during WITH &&) WHERE ((room > 0)) DEFERRABLE INITIALLY DEFERRED;
