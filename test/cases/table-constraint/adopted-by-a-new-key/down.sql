-- Drops table constraint one_page_a_day ON public.visits.
-- Locks public.visits, public.visits_2024 (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing one_page_a_day on public.visits.
ALTER TABLE public.visits DROP CONSTRAINT one_page_a_day;

-- Recreates table constraint one_a_day ON public.visits_2024, because table constraint one_page_a_day ON
--   public.visits changes.
-- Locks public.visits_2024 (ACCESS EXCLUSIVE). Builds an index over public.visits_2024.
-- Hazard A203: builds an index on public.visits_2024 under an ACCESS EXCLUSIVE lock.
-- Hazard F302: fails if public.visits_2024 contains duplicates.
ALTER TABLE public.visits_2024 ADD CONSTRAINT one_a_day UNIQUE (day, page);
