-- Drops domain constraint positive ON DOMAIN public.shelf, because domain public.shelf changes.
ALTER DOMAIN public.shelf DROP CONSTRAINT positive;

-- Drops function public.next_shelf(public.shelf), because domain public.shelf changes.
-- Hazard C402: callers of public.next_shelf(public.shelf) fail.
DROP FUNCTION public.next_shelf(public.shelf);

-- Moves public.shelf aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.shelf fail until they reconnect.
ALTER DOMAIN public.shelf RENAME TO shelf__before;

-- Creates domain public.shelf.
CREATE DOMAIN public.shelf AS smallint
    DEFAULT 1
    CONSTRAINT shelf_not_null NOT NULL
    CONSTRAINT positive CHECK ((VALUE > 0));

-- Sets who may use public.shelf.
-- Hazard S501: changes privileges on public.shelf.
REVOKE USAGE ON DOMAIN public.shelf FROM PUBLIC;

-- Describes domain public.shelf.
COMMENT ON DOMAIN public.shelf IS 'Counted';

-- Describes domain constraint positive ON DOMAIN public.shelf.
COMMENT ON CONSTRAINT positive ON DOMAIN public.shelf IS 'From one';

-- public.copies.shelf follows the new public.shelf.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies. Loses values of public.copies.shelf that the new
--   public.shelf lacks.
-- Hazard A201, blocking: rewrites table public.copies to follow type public.shelf.
-- Hazard F304: fails if a value of public.copies.shelf does not exist in the new type.
ALTER TABLE public.copies ALTER COLUMN shelf TYPE public.shelf USING shelf::text::public.shelf;

-- Drops the former public.shelf, now unused.
DROP DOMAIN public.shelf__before;

-- Makes again function public.next_shelf(public.shelf), because domain public.shelf changes.
CREATE FUNCTION public.next_shelf(s public.shelf)
 RETURNS public.shelf
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT s $function$;
