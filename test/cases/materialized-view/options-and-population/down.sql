-- Alters materialized view public.popular.
ALTER MATERIALIZED VIEW public.popular SET (fillfactor = 80);

-- Alters materialized view public.popular.
-- Locks public.popular (ACCESS EXCLUSIVE). Rewrites public.popular.
-- Hazard A209: materialized view public.popular can't be read meanwhile.
REFRESH MATERIALIZED VIEW public.popular WITH NO DATA;

-- Removes the comment of public.popular.
COMMENT ON MATERIALIZED VIEW public.popular IS NULL;
