-- Creates table public.visits_2023.
CREATE TABLE public.visits_2023 (
    at date CONSTRAINT visits_at_not_null NOT NULL
);

-- Attaches partition public.visits_2023 to public.visits.
ALTER TABLE public.visits ATTACH PARTITION public.visits_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
