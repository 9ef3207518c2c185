-- Undo: lossless

-- Alters sequence public.visits.
-- Locks public.visits (ACCESS EXCLUSIVE).
ALTER SEQUENCE public.visits SET UNLOGGED;
