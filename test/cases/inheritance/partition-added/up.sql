-- Undo: lossless

-- Creates table public.visits_2025.
CREATE TABLE public.visits_2025 (
    at date CONSTRAINT visits_at_not_null NOT NULL,
    n integer DEFAULT 1
);

-- Attaches partition public.visits_2025 to public.visits.
ALTER TABLE public.visits ATTACH PARTITION public.visits_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
