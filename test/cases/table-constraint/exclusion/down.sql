-- Drops table constraint no_overlap ON public.bookings.
-- Locks public.bookings (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing no_overlap on public.bookings.
ALTER TABLE public.bookings DROP CONSTRAINT no_overlap;
