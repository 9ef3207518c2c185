-- Alters table public.visits.
ALTER TABLE public.visits SET (autovacuum_enabled = false, fillfactor = 70);

-- Alters table public.visits.
ALTER TABLE public.visits RESET (toast.autovacuum_enabled);
