-- Undo: loses data:
--   the rows of table public.catalogue

-- Drops table public.catalogue.
-- Locks public.catalogue (ACCESS EXCLUSIVE). Loses the rows of table public.catalogue.
-- Hazard D101, blocking: drops table public.catalogue with its rows.
DROP TABLE public.catalogue;

-- Creates view public.catalogue.
CREATE VIEW public.catalogue AS
 SELECT isbn,
    title
   FROM public.books;
