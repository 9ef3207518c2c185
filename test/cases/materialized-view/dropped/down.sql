-- Creates materialized view public.popular.
CREATE MATERIALIZED VIEW public.popular AS
 SELECT book
   FROM public.loans
  WITH DATA;

-- Creates index public.popular_book.
CREATE INDEX popular_book ON public.popular USING btree (book);
