-- Drops default value public.copies.shelf, because domain public.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf DROP DEFAULT;

-- Drops domain constraint positive ON DOMAIN public.shelf, because domain public.shelf changes.
ALTER DOMAIN public.shelf DROP CONSTRAINT positive;

-- Renames domain public.shelf, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.shelf fail until they reconnect.
ALTER DOMAIN public.shelf RENAME TO shelf__before;

-- Creates domain public.shelf.
CREATE DOMAIN public.shelf AS smallint
    CONSTRAINT positive CHECK ((VALUE > 0));

-- Changes the type of table column public.copies.shelf to the recreated public.shelf.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies: the type of column shelf becomes the recreated public.shelf.
-- Hazard F304: fails if a value of public.copies.shelf is not valid in smallint.
ALTER TABLE public.copies ALTER COLUMN shelf TYPE public.shelf;

-- Recreates default value public.copies.shelf, because domain public.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf SET DEFAULT 1;

-- Drops the former domain public.shelf, which no object uses any more.
DROP DOMAIN public.shelf__before;
