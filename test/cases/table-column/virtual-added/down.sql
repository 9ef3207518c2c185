-- Drops table column public.openings.hours.
-- Locks public.openings (ACCESS EXCLUSIVE).
ALTER TABLE public.openings DROP COLUMN hours;
