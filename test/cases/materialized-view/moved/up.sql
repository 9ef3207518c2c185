-- Undo: lossless

-- Alters materialized view public.totals.
-- Locks public.totals (ACCESS EXCLUSIVE). Rewrites public.totals.
ALTER MATERIALIZED VIEW public.totals SET ACCESS METHOD shelf;

-- Alters materialized view public.totals.
-- Locks public.totals (ACCESS EXCLUSIVE). Rewrites public.totals.
ALTER MATERIALIZED VIEW public.totals SET TABLESPACE fast;
