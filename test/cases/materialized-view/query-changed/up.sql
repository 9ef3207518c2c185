-- Undo: lossless

-- Drops materialized view public.popular.
-- Locks public.popular (ACCESS EXCLUSIVE).
-- Hazard A209: blocks reads of materialized view public.popular until it is recreated.
DROP MATERIALIZED VIEW public.popular;

-- Recreates materialized view public.popular.
-- Hazard P604: runs the query of materialized view public.popular.
CREATE MATERIALIZED VIEW public.popular AS
 SELECT book,
    count(*) AS n
   FROM public.loans
  WHERE back
  GROUP BY book
  WITH DATA;

-- Changes the owner of materialized view public.popular to keeper.
-- Locks public.popular (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of materialized view public.popular to keeper.
ALTER MATERIALIZED VIEW public.popular OWNER TO keeper;

-- Changes privileges on materialized view public.popular.
GRANT SELECT ON TABLE public.popular TO reader;

-- Recreates index public.popular_book, because materialized view public.popular changes.
-- Locks public.popular (SHARE). Builds an index over public.popular.
-- Hazard A203: blocks writes to public.popular while the index is built.
-- Hazard F302: fails if public.popular contains duplicates.
CREATE UNIQUE INDEX popular_book ON public.popular USING btree (book);
