-- Undo: lossless

-- Drops view public.labels, because table column public.books.label changes.
-- Locks public.labels (ACCESS EXCLUSIVE).
DROP VIEW public.labels;

-- Alters table column public.books.label.
-- Locks public.books (ACCESS EXCLUSIVE). Rewrites public.books.
-- Hazard A201, blocking: rewrites table public.books to compute label.
ALTER TABLE public.books ALTER COLUMN label SET EXPRESSION AS (((upper(author) || ': '::text) || title));

-- Recreates view public.labels, because table column public.books.label changes.
CREATE VIEW public.labels AS
 SELECT label
   FROM public.books;
