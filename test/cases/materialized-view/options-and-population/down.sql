-- Alters materialized view public.popular.
ALTER MATERIALIZED VIEW public.popular SET (fillfactor = 80);

-- Alters materialized view public.popular.
-- Locks public.popular (ACCESS EXCLUSIVE). Rewrites public.popular.
-- Hazard A209: blocks reads of materialized view public.popular while its query runs.
REFRESH MATERIALIZED VIEW public.popular WITH NO DATA;

-- Removes the comment of materialized view public.popular.
COMMENT ON MATERIALIZED VIEW public.popular IS NULL;
