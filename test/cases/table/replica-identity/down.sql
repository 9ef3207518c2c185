-- Alters table public.loans.
-- Locks public.loans (ACCESS EXCLUSIVE).
-- Hazard C409: changes the replica identity of table public.loans.
ALTER TABLE public.loans REPLICA IDENTITY DEFAULT;

-- Alters table public.visits.
-- Locks public.visits (ACCESS EXCLUSIVE).
-- Hazard C409: changes the replica identity of table public.visits.
ALTER TABLE public.visits REPLICA IDENTITY DEFAULT;
