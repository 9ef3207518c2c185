-- Changes privileges on FUNCTION public.pg_stat_statements_reset(oid, oid, bigint, boolean), a member of an
--   extension.
-- Hazard S501: changes privileges on FUNCTION public.pg_stat_statements_reset(oid, oid, bigint, boolean).
GRANT EXECUTE ON FUNCTION public.pg_stat_statements_reset(oid, oid, bigint, boolean) TO keeper;

-- Changes privileges on TABLE public.pg_stat_statements, a member of an extension.
-- Hazard S501: changes privileges on TABLE public.pg_stat_statements.
REVOKE SELECT ON TABLE public.pg_stat_statements FROM PUBLIC;

-- Changes privileges on TABLE public.pg_stat_statements, a member of an extension.
-- Hazard S501: changes privileges on TABLE public.pg_stat_statements.
GRANT SELECT (calls, query) ON TABLE public.pg_stat_statements TO reader;
