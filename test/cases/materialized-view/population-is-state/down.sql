-- Drops materialized view public.highest.
-- Locks public.highest (ACCESS EXCLUSIVE).
-- Hazard A209: blocks reads of materialized view public.highest until it is recreated.
DROP MATERIALIZED VIEW public.highest;

-- Recreates materialized view public.highest.
-- Hazard P604: runs the query of materialized view public.highest.
CREATE MATERIALIZED VIEW public.highest AS
 SELECT max(amount) AS amount
   FROM public.sales
  WITH DATA;
