-- Undo: lossless

-- Alters table public.visits.
-- Locks public.visits (ACCESS EXCLUSIVE). Rewrites public.visits.
-- Hazard A201, blocking: rewrites table public.visits to change its logging under an ACCESS EXCLUSIVE lock.
ALTER TABLE public.visits SET UNLOGGED;
