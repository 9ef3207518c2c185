-- Undo: lossless

-- Alters table public.log.
ALTER TABLE public.log SET (autovacuum_vacuum_threshold = 5, toast.vacuum_truncate = false);

-- Alters table public.log.
ALTER TABLE public.log RESET (fillfactor, toast.autovacuum_enabled);
