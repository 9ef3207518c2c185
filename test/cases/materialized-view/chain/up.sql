-- Undo: lossless

-- Drops materialized view public.two.
-- Locks public.two (ACCESS EXCLUSIVE).
-- Hazard A209: blocks reads of materialized view public.two until it is recreated.
DROP MATERIALIZED VIEW public.two;

-- Drops materialized view public.one.
-- Locks public.one (ACCESS EXCLUSIVE).
-- Hazard A209: blocks reads of materialized view public.one until it is recreated.
DROP MATERIALIZED VIEW public.one;

-- Changes the type of table column public.loans.days from integer to numeric(6,2).
-- Locks public.loans (ACCESS EXCLUSIVE). Rewrites public.loans.
-- Hazard A201, blocking: rewrites table public.loans and its indexes: the type of column days becomes numeric(6,2).
-- Hazard F304: fails if a value of public.loans.days is not valid in numeric(6,2).
-- Hazard C403: cached plans that return public.loans.days fail once.
ALTER TABLE public.loans ALTER COLUMN days TYPE numeric(6,2);

-- Recreates materialized view public.one.
-- Hazard P604: runs the query of materialized view public.one.
CREATE MATERIALIZED VIEW public.one AS
 SELECT id,
    days
   FROM public.loans
  WITH DATA;

-- Recreates index public.one_id, because materialized view public.one changes.
-- Locks public.one (SHARE). Builds an index over public.one.
-- Hazard A203: blocks writes to public.one while the index is built.
-- Hazard F302: fails if public.one contains duplicates.
CREATE UNIQUE INDEX one_id ON public.one USING btree (id);

-- Recreates materialized view public.two.
-- Hazard P604: runs the query of materialized view public.two.
CREATE MATERIALIZED VIEW public.two AS
 SELECT max(days) AS days
   FROM public.one
  WITH NO DATA;

-- Sets the comment of materialized view public.two.
COMMENT ON MATERIALIZED VIEW public.two IS 'Second';
