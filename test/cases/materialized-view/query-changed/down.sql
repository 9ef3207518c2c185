-- Drops materialized view public.popular.
DROP MATERIALIZED VIEW public.popular;

-- Makes again materialized view public.popular.
CREATE MATERIALIZED VIEW public.popular AS
 SELECT book,
    count(*) AS n
   FROM public.loans
  GROUP BY book
  WITH DATA;

-- Gives public.popular to keeper.
ALTER MATERIALIZED VIEW public.popular OWNER TO keeper;

-- Sets who may use public.popular.
GRANT SELECT ON TABLE public.popular TO reader;

-- Makes again index public.popular_book, because materialized view public.popular changes.
CREATE UNIQUE INDEX popular_book ON public.popular USING btree (book);
