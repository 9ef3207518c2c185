-- Undo: lossless

-- Creates materialized view public.popular.
CREATE MATERIALIZED VIEW public.popular WITH (fillfactor = 80) AS
 SELECT book,
    count(*) AS n
   FROM public.loans
  GROUP BY book
  WITH NO DATA;

-- Sets the comment of column public.popular.n.
COMMENT ON COLUMN public.popular.n IS 'Loans';

-- Sets the comment of materialized view public.popular.
COMMENT ON MATERIALIZED VIEW public.popular IS 'Refreshed at night';

-- Creates index public.popular_book.
CREATE UNIQUE INDEX popular_book ON public.popular USING btree (book);
