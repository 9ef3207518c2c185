-- Drops view public.placed.
-- Locks public.placed (ACCESS EXCLUSIVE).
DROP VIEW public.placed;

-- Creates table column public.books.shelf.
-- Locks public.books (ACCESS EXCLUSIVE).
ALTER TABLE public.books ADD COLUMN shelf integer;

-- Creates table constraint books_shelf_check ON public.books.
-- Locks public.books (ACCESS EXCLUSIVE). Scans public.books.
-- Hazard A202: reads all of public.books under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.books violates books_shelf_check.
ALTER TABLE public.books ADD CONSTRAINT books_shelf_check CHECK ((shelf > 0));

-- Creates index public.books_shelf.
-- Locks public.books (SHARE). Builds an index over public.books.
-- Hazard A203: blocks writes to public.books while the index is built.
CREATE INDEX books_shelf ON public.books USING btree (shelf);

-- Recreates view public.placed.
-- Hazard C406: changes what view public.placed returns.
CREATE VIEW public.placed AS
 SELECT isbn,
    shelf,
    title
   FROM public.books;
