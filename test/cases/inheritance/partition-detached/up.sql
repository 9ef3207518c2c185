-- Undo: lossless

-- Detaches partition public.visits_2023 from public.visits; the partition keeps its rows.
-- Locks public.visits_2023, public.visits (ACCESS EXCLUSIVE).
ALTER TABLE public.visits DETACH PARTITION public.visits_2023;

-- Alters table column public.visits_2023.at.
-- Locks public.visits_2023 (ACCESS EXCLUSIVE).
ALTER TABLE public.visits_2023 RENAME CONSTRAINT visits_at_not_null TO visits_2023_at_not_null;
