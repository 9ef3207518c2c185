-- Undo: lossless

-- Drops materialized view public.popular.
-- Locks public.popular (ACCESS EXCLUSIVE).
-- Hazard A209: blocks reads of materialized view public.popular until it is recreated.
DROP MATERIALIZED VIEW public.popular;
