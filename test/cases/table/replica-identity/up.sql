-- Undo: lossless

-- Alters index public.loans_code.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C409: changes what logical replication sends of public.loans.
ALTER TABLE public.loans REPLICA IDENTITY USING INDEX loans_code;

-- Alters table public.visits.
-- Locks public.visits (ACCESS EXCLUSIVE).
-- Hazard C409: changes what logical replication sends of public.visits.
ALTER TABLE public.visits REPLICA IDENTITY FULL;
