-- Drops table constraint no_overlap ON public.bookings.
-- Locks public.bookings (ACCESS EXCLUSIVE).
-- Hazard C408: public.bookings no longer enforces no_overlap.
ALTER TABLE public.bookings DROP CONSTRAINT no_overlap;
