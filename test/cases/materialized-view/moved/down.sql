-- Alters materialized view public.totals.
-- Locks public.totals (ACCESS EXCLUSIVE). Rewrites public.totals.
ALTER MATERIALIZED VIEW public.totals SET ACCESS METHOD heap;

-- Alters materialized view public.totals.
-- Locks public.totals (ACCESS EXCLUSIVE). Rewrites public.totals.
ALTER MATERIALIZED VIEW public.totals SET TABLESPACE pg_default;
