-- Alters table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C409: changes what logical replication sends of public.loans.
ALTER TABLE public.loans REPLICA IDENTITY DEFAULT;

-- Alters table public.visits.
-- Locks public.visits (ACCESS EXCLUSIVE).
-- Hazard C409: changes what logical replication sends of public.visits.
ALTER TABLE public.visits REPLICA IDENTITY DEFAULT;
