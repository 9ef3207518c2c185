-- Undo: lossless

-- Drops domain constraint positive ON DOMAIN public.shelf, because domain public.shelf changes.
ALTER DOMAIN public.shelf DROP CONSTRAINT positive;

-- Drops function public.next_shelf(public.shelf), because domain public.shelf changes.
-- Hazard C402: callers of public.next_shelf(public.shelf) fail.
DROP FUNCTION public.next_shelf(public.shelf);

-- Renames domain public.shelf, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.shelf fail until they reconnect.
ALTER DOMAIN public.shelf RENAME TO shelf__before;

-- Creates domain public.shelf.
CREATE DOMAIN public.shelf AS integer
    DEFAULT 1
    CONSTRAINT shelf_not_null NOT NULL
    CONSTRAINT positive CHECK ((VALUE > 0));

-- Changes privileges on domain public.shelf.
REVOKE USAGE ON DOMAIN public.shelf FROM PUBLIC;

-- Sets the comment of domain public.shelf.
COMMENT ON DOMAIN public.shelf IS 'Counted';

-- Sets the comment of domain constraint positive ON DOMAIN public.shelf.
COMMENT ON CONSTRAINT positive ON DOMAIN public.shelf IS 'From one';

-- Changes the type of table column public.copies.shelf to the recreated public.shelf.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies: the type of column shelf becomes the recreated public.shelf.
ALTER TABLE public.copies ALTER COLUMN shelf TYPE public.shelf;

-- Drops the former domain public.shelf, which no object uses any more.
DROP DOMAIN public.shelf__before;

-- Recreates function public.next_shelf(public.shelf), because domain public.shelf changes.
CREATE FUNCTION public.next_shelf(s public.shelf)
 RETURNS public.shelf
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT s $function$;
