-- Undo: lossless

-- Changes the owner of materialized view public.totals to keeper.
-- Locks public.totals (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of materialized view public.totals to keeper.
ALTER MATERIALIZED VIEW public.totals OWNER TO keeper;

-- Changes privileges on materialized view public.totals.
-- Hazard S501: changes privileges on materialized view public.totals.
GRANT SELECT (day) ON TABLE public.totals TO auditor;

-- Changes privileges on materialized view public.totals.
-- Hazard S501: changes privileges on materialized view public.totals.
GRANT SELECT ON TABLE public.totals TO reader;
