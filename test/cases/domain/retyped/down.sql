-- Drops default value public.copies.shelf, because domain public.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf DROP DEFAULT;

-- Drops domain constraint positive ON DOMAIN public.shelf, because domain public.shelf changes.
ALTER DOMAIN public.shelf DROP CONSTRAINT positive;

-- Moves public.shelf aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.shelf fail until they reconnect.
ALTER DOMAIN public.shelf RENAME TO shelf__before;

-- Creates domain public.shelf.
CREATE DOMAIN public.shelf AS smallint
    CONSTRAINT positive CHECK ((VALUE > 0));

-- public.copies.shelf follows the new public.shelf.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies. Loses values of public.copies.shelf that the new
--   public.shelf lacks.
-- Hazard A201, blocking: rewrites table public.copies to follow type public.shelf.
-- Hazard F304: fails if a value of public.copies.shelf does not exist in the new type.
ALTER TABLE public.copies ALTER COLUMN shelf TYPE public.shelf USING shelf::text::public.shelf;

-- Makes again default value public.copies.shelf, because domain public.shelf changes.
-- Locks public.copies (ACCESS EXCLUSIVE).
ALTER TABLE ONLY public.copies ALTER COLUMN shelf SET DEFAULT 1;

-- Drops the former public.shelf, now unused.
DROP DOMAIN public.shelf__before;
