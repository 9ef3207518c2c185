-- Sets who may use FUNCTION public.pg_stat_statements_reset(oid, oid, bigint, boolean) of an extension.
-- Hazard S501: changes privileges on FUNCTION public.pg_stat_statements_reset(oid, oid, bigint, boolean).
GRANT EXECUTE ON FUNCTION public.pg_stat_statements_reset(oid, oid, bigint, boolean) TO keeper;

-- Sets who may use TABLE public.pg_stat_statements of an extension.
-- Hazard S501: changes privileges on TABLE public.pg_stat_statements.
REVOKE SELECT ON TABLE public.pg_stat_statements FROM PUBLIC;

-- Sets who may use TABLE public.pg_stat_statements of an extension.
-- Hazard S501: changes privileges on TABLE public.pg_stat_statements.
GRANT SELECT (calls, query) ON TABLE public.pg_stat_statements TO reader;
