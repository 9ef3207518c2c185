-- Undo: lossless

-- Alters materialized view public.popular.
ALTER MATERIALIZED VIEW public.popular RESET (fillfactor);

-- Alters materialized view public.popular.
-- Locks public.popular (ACCESS EXCLUSIVE). Rewrites public.popular.
-- Hazard A209: materialized view public.popular can't be read meanwhile.
REFRESH MATERIALIZED VIEW public.popular;

-- Describes materialized view public.popular.
COMMENT ON MATERIALIZED VIEW public.popular IS 'Filled';
