-- Undo: lossless

-- Alters table public.visits.
ALTER TABLE public.visits SET (fillfactor = 90, toast.autovacuum_enabled = false);

-- Alters table public.visits.
ALTER TABLE public.visits RESET (autovacuum_enabled);
