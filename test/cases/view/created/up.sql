-- Undo: lossless

-- Creates view public.b_first.
CREATE VIEW public.b_first WITH (check_option = local) AS
 SELECT id,
    book
   FROM public.loans
  WHERE (NOT back);

-- Sets the comment of view public.b_first.
COMMENT ON VIEW public.b_first IS 'Out of the house';

-- Creates view public.a_last.
CREATE VIEW public.a_last AS
 SELECT book
   FROM public.b_first;
