-- Undo: lossless

-- Alters table public.visits.
ALTER TABLE public.visits SET (fillfactor = 90);

-- Alters table public.visits.
ALTER TABLE public.visits RESET (autovacuum_enabled);
