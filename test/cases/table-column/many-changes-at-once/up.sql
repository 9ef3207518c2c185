-- Undo: loses data:
--   values of public.copies.shelf that integer can't hold exactly
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.copies ALTER COLUMN shelf TYPE integer USING shelf::integer: invalid input syntax for type integer: "r1"

-- Drops index public.copies_shelf.
-- Locks public.copies (ACCESS EXCLUSIVE).
-- Hazard P601: drops index public.copies_shelf, which queries on public.copies may use.
DROP INDEX public.copies_shelf;

-- Drops default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf DROP DEFAULT;

-- Changes the type of table column public.copies.shelf from text to integer.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies. Loses values of public.copies.shelf that integer
--   can't hold exactly.
-- Hazard A201, blocking: rewrites table public.copies and its indexes: the type of column shelf becomes integer.
-- Hazard D104, blocking: changes values of public.copies.shelf that integer can't hold exactly (text before).
-- Hazard F304: fails if a value of public.copies.shelf is not valid in integer.
-- Hazard C403: cached plans that return public.copies.shelf fail once.
ALTER TABLE public.copies ALTER COLUMN shelf TYPE integer USING shelf::integer;

-- Alters table column public.copies.shelf.
-- Locks public.copies (ACCESS EXCLUSIVE). Scans public.copies.
-- Hazard A202: reads all of public.copies under an ACCESS EXCLUSIVE lock to check that shelf contains no null.
-- Hazard F301: fails if public.copies.shelf contains a null.
ALTER TABLE public.copies ALTER COLUMN shelf SET NOT NULL;

-- Sets the comment of table column public.copies.shelf.
COMMENT ON COLUMN public.copies.shelf IS 'Counted from the door';

-- Recreates default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf SET DEFAULT 0;

-- Creates table constraint copies_shelf_check ON public.copies.
-- Locks public.copies (ACCESS EXCLUSIVE). Scans public.copies.
-- Hazard A202: reads all of public.copies under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of public.copies violates copies_shelf_check.
ALTER TABLE public.copies ADD CONSTRAINT copies_shelf_check CHECK ((shelf >= 0));

-- Recreates index public.copies_shelf.
-- Locks public.copies (SHARE). Builds an index over public.copies.
-- Hazard A203: blocks writes to public.copies while the index is built.
CREATE INDEX copies_shelf ON public.copies USING btree (shelf) WHERE (shelf > 0);
