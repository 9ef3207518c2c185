-- Drops materialized view public.titles.
-- Locks public.titles (ACCESS EXCLUSIVE).
-- Hazard A209: blocks reads of materialized view public.titles until it is recreated.
DROP MATERIALIZED VIEW public.titles;

-- Drops function public.slug(text).
-- Hazard C402: callers of public.slug(text) fail.
DROP FUNCTION public.slug(text);
