-- Undo: lossless

-- Changes privileges on FUNCTION public.pg_stat_statements_reset(oid, oid, bigint, boolean), a member of an
--   extension.
-- Hazard S501: changes privileges on FUNCTION public.pg_stat_statements_reset(oid, oid, bigint, boolean).
REVOKE EXECUTE ON FUNCTION public.pg_stat_statements_reset(oid, oid, bigint, boolean) FROM keeper;

-- Changes privileges on TABLE public.pg_stat_statements, a member of an extension.
-- Hazard S501: changes privileges on TABLE public.pg_stat_statements.
REVOKE SELECT (calls, query) ON TABLE public.pg_stat_statements FROM reader;

-- Changes privileges on TABLE public.pg_stat_statements, a member of an extension.
-- Hazard S501, blocking: changes privileges on TABLE public.pg_stat_statements.
GRANT SELECT ON TABLE public.pg_stat_statements TO PUBLIC;
