-- Drops materialized view public.titles.
-- Locks public.titles (ACCESS EXCLUSIVE).
-- Hazard A209: materialized view public.titles can't be read until it is made again.
DROP MATERIALIZED VIEW public.titles;

-- Drops function public.slug(text).
-- Hazard C402: callers of public.slug(text) fail.
DROP FUNCTION public.slug(text);
