-- Detaches partition public.visits_2020 from public.old_visits; the partition keeps its rows.
-- Locks public.visits_2020, public.old_visits (ACCESS EXCLUSIVE).
ALTER TABLE public.old_visits DETACH PARTITION public.visits_2020;

-- Alters table column public.visits_2020.at.
-- Locks public.visits_2020 (ACCESS EXCLUSIVE).
ALTER TABLE public.visits_2020 RENAME CONSTRAINT old_visits_at_not_null TO visits_at_not_null;

-- Attaches partition public.visits_2020 to public.visits.
-- Locks public.visits_2020 (ACCESS EXCLUSIVE). Scans public.visits_2020.
-- Hazard F305: fails if a row of public.visits_2020, or of the default partition, violates the partition bound.
ALTER TABLE public.visits ATTACH PARTITION public.visits_2020 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
