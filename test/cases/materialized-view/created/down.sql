-- Drops materialized view public.popular.
-- Locks public.popular (ACCESS EXCLUSIVE).
-- Hazard A209: materialized view public.popular can't be read until it is made again.
DROP MATERIALIZED VIEW public.popular;
