-- Undo: lossless

-- Alters index public.by_b.
ALTER TABLE public.log CLUSTER ON by_b;

-- Alters index public.by_b.
-- Locks public.log (ACCESS EXCLUSIVE).
-- Hazard C409: changes the replica identity of table public.log.
ALTER TABLE public.log REPLICA IDENTITY USING INDEX by_b;
