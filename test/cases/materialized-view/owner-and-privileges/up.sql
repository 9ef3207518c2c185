-- Undo: lossless

-- Gives public.totals to keeper.
-- Hazard S504: keeper owns public.totals.
ALTER MATERIALIZED VIEW public.totals OWNER TO keeper;

-- Sets who may use public.totals.
-- Hazard S501: changes privileges on public.totals.
GRANT SELECT (day) ON TABLE public.totals TO auditor;

-- Sets who may use public.totals.
-- Hazard S501: changes privileges on public.totals.
GRANT SELECT ON TABLE public.totals TO reader;
