-- Drops index public.copies_shelf.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.copies_shelf, which queries on public.copies may use.
DROP INDEX public.copies_shelf;

-- Drops table constraint copies_shelf_check ON public.copies.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing copies_shelf_check on public.copies.
ALTER TABLE public.copies DROP CONSTRAINT copies_shelf_check;

-- Drops default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf DROP DEFAULT;

-- Changes the type of table column public.copies.shelf from integer to text.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies and its indexes: the type of column shelf becomes text.
-- Hazard C403: cached plans that return public.copies.shelf fail once.
ALTER TABLE public.copies ALTER COLUMN shelf TYPE text;

-- Alters table column public.copies.shelf.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in public.copies.shelf.
ALTER TABLE public.copies ALTER COLUMN shelf DROP NOT NULL;

-- Removes the comment of table column public.copies.shelf.
COMMENT ON COLUMN public.copies.shelf IS NULL;

-- Recreates default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf SET DEFAULT 'none'::text;

-- Recreates index public.copies_shelf.
-- Locks public.copies (SHARE). Builds an index over public.copies.
-- Hazard A203: blocks writes to public.copies while the index is built.
CREATE INDEX copies_shelf ON public.copies USING btree (shelf);
