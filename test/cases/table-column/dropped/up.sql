-- Undo: loses data:
--   the values of public.books.shelf

-- Drops view public.placed.
-- Locks public.placed (ACCESS EXCLUSIVE).
DROP VIEW public.placed;

-- Drops index public.books_shelf.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.books_shelf, which queries on public.books may use.
DROP INDEX public.books_shelf;

-- Drops table constraint books_shelf_check ON public.books.
-- Locks public.books (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing books_shelf_check on public.books.
ALTER TABLE public.books DROP CONSTRAINT books_shelf_check;

-- Drops table column public.books.shelf.
-- Locks public.books (ACCESS EXCLUSIVE). Loses the values of public.books.shelf.
-- Hazard D102, blocking: drops column public.books.shelf with its values.
ALTER TABLE public.books DROP COLUMN shelf;

-- Recreates view public.placed.
-- Hazard C406: changes what view public.placed returns.
CREATE VIEW public.placed AS
 SELECT isbn,
    title
   FROM public.books;
