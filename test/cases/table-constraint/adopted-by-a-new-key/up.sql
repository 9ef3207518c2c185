-- Undo: lossless

-- Creates table constraint one_page_a_day ON public.visits.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE). Builds an index over public.visits.
-- Hazard A203: builds an index on public.visits under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.visits contains duplicates.
ALTER TABLE public.visits ADD CONSTRAINT one_page_a_day UNIQUE (day, page);
