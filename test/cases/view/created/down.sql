-- Drops view public.a_last.
-- Locks public.a_last (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.a_last fail.
DROP VIEW public.a_last;

-- Drops view public.b_first.
-- Locks public.b_first (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view public.b_first fail.
DROP VIEW public.b_first;
