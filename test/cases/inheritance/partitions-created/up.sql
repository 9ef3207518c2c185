-- Undo: lossless

-- Creates table public.visits.
CREATE TABLE public.visits (
    branch text NOT NULL,
    at date NOT NULL,
    CONSTRAINT visits_pkey PRIMARY KEY (branch, at)
)
PARTITION BY LIST (branch);

-- Creates table public.visits_north.
CREATE TABLE public.visits_north
    PARTITION OF public.visits FOR VALUES IN ('north')
PARTITION BY RANGE (at);

-- Creates table public.visits_north_2024.
CREATE TABLE public.visits_north_2024
    PARTITION OF public.visits_north FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- Creates table public.visits_other.
CREATE TABLE public.visits_other
    PARTITION OF public.visits DEFAULT;

-- Creates index public.visits_at.
CREATE INDEX visits_at ON public.visits USING btree (at);
