-- Drops trigger noted ON public.visits.
-- Locks public.visits (ACCESS EXCLUSIVE).
-- Hazard C407: trigger noted ON public.visits no longer fires.
DROP TRIGGER noted ON public.visits;
