-- Alters table public.log.
ALTER TABLE public.log SET (fillfactor = 70, toast.autovacuum_enabled = false);

-- Alters table public.log.
ALTER TABLE public.log RESET (autovacuum_vacuum_threshold, toast.vacuum_truncate);
