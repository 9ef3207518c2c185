-- Changes the owner of materialized view public.totals to postgres.
-- Locks public.totals (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of materialized view public.totals to postgres.
ALTER MATERIALIZED VIEW public.totals OWNER TO postgres;

-- Changes privileges on materialized view public.totals.
-- Hazard S501: changes privileges on materialized view public.totals.
REVOKE SELECT (day) ON TABLE public.totals FROM auditor;

-- Changes privileges on materialized view public.totals.
-- Hazard S501: changes privileges on materialized view public.totals.
REVOKE SELECT ON TABLE public.totals FROM reader;
