-- Undo: loses data:
--   the values of public.openings.hours

-- Drops table column public.openings.hours.
-- Locks public.openings (ACCESS EXCLUSIVE). Loses the values of public.openings.hours.
-- Hazard D102, blocking: drops column public.openings.hours with its values.
ALTER TABLE public.openings DROP COLUMN hours;

-- Drops range public.minutes.
DROP TYPE public.minutes;
