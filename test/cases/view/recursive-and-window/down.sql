-- Drops view public.paths.
-- Locks public.paths (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.paths fail.
DROP VIEW public.paths;
