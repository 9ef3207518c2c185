-- Alters materialized view public.popular.
ALTER MATERIALIZED VIEW public.popular SET (fillfactor = 80);

-- Removes the comment of materialized view public.popular.
COMMENT ON MATERIALIZED VIEW public.popular IS NULL;
