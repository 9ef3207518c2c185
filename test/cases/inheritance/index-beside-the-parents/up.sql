-- Undo: lossless

-- Creates table public.visits_2025.
CREATE TABLE public.visits_2025 (
    day date,
    guest integer
);

-- Attaches partition public.visits_2025 to public.visits.
ALTER TABLE public.visits ATTACH PARTITION public.visits_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- Creates index public.guests_of_2025.
CREATE INDEX guests_of_2025 ON public.visits_2025 USING btree (guest);
