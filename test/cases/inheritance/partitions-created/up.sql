-- Undo: lossless

-- Creates table public.visits.
CREATE TABLE public.visits (
    branch text NOT NULL,
    at date NOT NULL,
    CONSTRAINT visits_pkey PRIMARY KEY (branch, at)
)
PARTITION BY LIST (branch);

-- Creates index public.visits_at.
CREATE INDEX visits_at ON public.visits USING btree (at);

-- Creates table public.visits_north.
CREATE TABLE public.visits_north (
    branch text CONSTRAINT visits_branch_not_null NOT NULL,
    at date CONSTRAINT visits_at_not_null NOT NULL
)
PARTITION BY RANGE (at);

-- Attaches partition public.visits_north to public.visits.
ALTER TABLE public.visits ATTACH PARTITION public.visits_north FOR VALUES IN ('north');

-- Creates table public.visits_north_2024.
CREATE TABLE public.visits_north_2024 (
    branch text CONSTRAINT visits_branch_not_null NOT NULL,
    at date CONSTRAINT visits_at_not_null NOT NULL
);

-- Attaches partition public.visits_north_2024 to public.visits_north.
ALTER TABLE public.visits_north ATTACH PARTITION public.visits_north_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- Creates table public.visits_other.
CREATE TABLE public.visits_other (
    branch text CONSTRAINT visits_branch_not_null NOT NULL,
    at date CONSTRAINT visits_at_not_null NOT NULL
);

-- Attaches partition public.visits_other to public.visits.
ALTER TABLE public.visits ATTACH PARTITION public.visits_other DEFAULT;
