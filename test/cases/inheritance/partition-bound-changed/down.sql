-- Detaches partition public.visits_old from public.visits; the partition keeps its rows.
-- Locks public.visits_old, public.visits (ACCESS EXCLUSIVE).
ALTER TABLE public.visits DETACH PARTITION public.visits_old;

-- Attaches partition public.visits_old to public.visits.
-- Locks public.visits_old (ACCESS EXCLUSIVE). Scans public.visits_old.
-- Hazard F305: fails if a row of public.visits_old, or of the default partition, violates the partition bound.
ALTER TABLE public.visits ATTACH PARTITION public.visits_old FOR VALUES FROM ('2020-01-01') TO ('2024-01-01');
