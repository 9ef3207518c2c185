-- Gives public.totals to postgres.
-- Hazard S504: postgres owns public.totals.
ALTER MATERIALIZED VIEW public.totals OWNER TO postgres;

-- Sets who may use public.totals.
-- Hazard S501: changes privileges on public.totals.
REVOKE SELECT (day) ON TABLE public.totals FROM auditor;

-- Sets who may use public.totals.
-- Hazard S501: changes privileges on public.totals.
REVOKE SELECT ON TABLE public.totals FROM reader;
