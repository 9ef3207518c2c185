-- Undo: lossless

-- Alters materialized view public.popular.
ALTER MATERIALIZED VIEW public.popular RESET (fillfactor);

-- Sets the comment of materialized view public.popular.
COMMENT ON MATERIALIZED VIEW public.popular IS 'Filled';
