-- Drops trigger noted ON public.visits.
-- Locks public.visits (ACCESS EXCLUSIVE).
-- Hazard C407: drops trigger noted ON public.visits, which no longer fires.
DROP TRIGGER noted ON public.visits;
