-- Undo: lossless

-- Creates range public.minutes.
CREATE TYPE public.minutes AS RANGE (
    SUBTYPE = integer,
    MULTIRANGE_TYPE_NAME = public.minute_sets
);

-- Creates table public.openings.
CREATE TABLE public.openings (
    day date NOT NULL,
    hours public.minutes,
    breaks public.minute_sets,
    CONSTRAINT openings_pkey PRIMARY KEY (day)
);
