-- Alters index public.by_a.
ALTER TABLE public.log CLUSTER ON by_a;

-- Alters index public.by_a.
-- Locks public.log (ACCESS EXCLUSIVE).
-- Hazard C409: changes the replica identity of table public.log.
ALTER TABLE public.log REPLICA IDENTITY USING INDEX by_a;
