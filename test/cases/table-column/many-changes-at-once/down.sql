-- Drops index public.copies_shelf.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.copies can no longer use public.copies_shelf.
DROP INDEX public.copies_shelf;

-- Drops table constraint copies_shelf_check ON public.copies.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard C408: public.copies no longer enforces copies_shelf_check.
ALTER TABLE public.copies DROP CONSTRAINT copies_shelf_check;

-- Drops default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf DROP DEFAULT;

-- public.copies.shelf: integer becomes text.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies and its indexes: column shelf becomes text.
-- Hazard C403: cached plans that return public.copies.shelf fail once.
ALTER TABLE public.copies ALTER COLUMN shelf TYPE text;

-- Alters table column public.copies.shelf.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard C408: public.copies.shelf may be null.
ALTER TABLE public.copies ALTER COLUMN shelf DROP NOT NULL;

-- Removes the comment of public.copies.shelf.
COMMENT ON COLUMN public.copies.shelf IS NULL;

-- Makes again default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf SET DEFAULT 'none'::text;

-- Makes again index public.copies_shelf.
-- Locks public.copies (SHARE). Builds an index over public.copies.
-- Hazard A203: blocks writes to public.copies while the index is built.
CREATE INDEX copies_shelf ON public.copies USING btree (shelf);
