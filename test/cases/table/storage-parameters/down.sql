-- Alters table public.visits.
ALTER TABLE public.visits SET (autovacuum_enabled = false, fillfactor = 70);
