-- Undo: loses data:
--   values of public.copies.shelf that integer can't hold exactly
-- Note: Proven on empty tables only. With rows in scratch: ALTER TABLE public.copies ALTER COLUMN shelf TYPE integer USING shelf::integer: invalid input syntax for type integer: "r1"

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

-- Recreates default value public.copies.shelf, because table column public.copies.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf SET DEFAULT 1;
