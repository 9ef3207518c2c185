-- Undo: lossless

-- Drops materialized view public.popular.
-- Locks public.popular (ACCESS EXCLUSIVE).
-- Hazard A209: materialized view public.popular can't be read until it is made again.
DROP MATERIALIZED VIEW public.popular;

-- Makes again materialized view public.popular.
-- Hazard P604: runs the query of materialized view public.popular.
CREATE MATERIALIZED VIEW public.popular AS
 SELECT book,
    count(*) AS n
   FROM public.loans
  WHERE back
  GROUP BY book
  WITH DATA;

-- Gives public.popular to keeper.
-- Hazard S504: keeper owns public.popular.
ALTER MATERIALIZED VIEW public.popular OWNER TO keeper;

-- Sets who may use public.popular.
-- Hazard S501: changes privileges on public.popular.
GRANT SELECT ON TABLE public.popular TO reader;

-- Makes again index public.popular_book, because materialized view public.popular changes.
-- Locks public.popular (SHARE). Builds an index over public.popular.
-- Hazard A203: blocks writes to public.popular while the index is built.
-- Hazard F302: fails if public.popular holds duplicates.
CREATE UNIQUE INDEX popular_book ON public.popular USING btree (book);
