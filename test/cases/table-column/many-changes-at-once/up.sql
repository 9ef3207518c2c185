-- Undo: loses data:
--   what of public.copies.shelf does not fit integer
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.copies ALTER COLUMN shelf TYPE integer USING shelf::integer: invalid input syntax for type integer: "r1"

-- Drops index public.copies_shelf.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard P601: queries on public.copies can no longer use public.copies_shelf.
DROP INDEX public.copies_shelf;

-- Drops default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf DROP DEFAULT;

-- public.copies.shelf: text becomes integer.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies. Loses what of public.copies.shelf does not fit
--   integer.
-- Hazard A201, blocking: rewrites table public.copies and its indexes: column shelf becomes integer.
-- Hazard D104, blocking: values of public.copies.shelf may not fit integer.
-- Hazard C403: cached plans that return public.copies.shelf fail once.
ALTER TABLE public.copies ALTER COLUMN shelf TYPE integer USING shelf::integer;

-- Alters table column public.copies.shelf.
-- Locks public.copies (ACCESS EXCLUSIVE). Scans public.copies.
-- Hazard A202: reads all of public.copies under an ACCESS EXCLUSIVE lock to prove that shelf has no null.
-- Hazard F301: fails if public.copies.shelf holds a null.
ALTER TABLE public.copies ALTER COLUMN shelf SET NOT NULL;

-- Describes table column public.copies.shelf.
COMMENT ON COLUMN public.copies.shelf IS 'Counted from the door';

-- Makes again default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf SET DEFAULT 0;

-- Creates table constraint copies_shelf_check ON public.copies.
-- Locks public.copies (ACCESS EXCLUSIVE). Scans public.copies.
-- Hazard A202: reads all of public.copies under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.copies breaks copies_shelf_check.
ALTER TABLE public.copies ADD CONSTRAINT copies_shelf_check CHECK ((shelf >= 0));

-- Makes again index public.copies_shelf.
-- Locks public.copies (SHARE). Builds an index over public.copies.
-- Hazard A203: blocks writes to public.copies while the index is built.
CREATE INDEX copies_shelf ON public.copies USING btree (shelf) WHERE (shelf > 0);
