-- Creates range public.minutes.
CREATE TYPE public.minutes AS RANGE (
    SUBTYPE = integer,
    MULTIRANGE_TYPE_NAME = public.minutes_multirange
);

-- Creates table column public.openings.hours.
-- Locks public.openings (ACCESS EXCLUSIVE).
ALTER TABLE public.openings ADD COLUMN hours public.minutes;
