-- Alters table column public.visits_2023.at.
-- Locks public.visits_2023 (ACCESS EXCLUSIVE).
ALTER TABLE public.visits_2023 RENAME CONSTRAINT visits_2023_at_not_null TO visits_at_not_null;

-- Attaches partition public.visits_2023 to public.visits.
-- Locks public.visits_2023 (ACCESS EXCLUSIVE). Scans public.visits_2023.
-- Hazard F305: fails if a row of public.visits_2023, or of the default partition, violates the partition bound.
ALTER TABLE public.visits ATTACH PARTITION public.visits_2023 FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
