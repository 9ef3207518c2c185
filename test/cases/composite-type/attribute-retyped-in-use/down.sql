-- Moves public.shelf_mark aside: PostgreSQL can't change it in place.
-- Hazard C405: sessions with cached plans that name public.shelf_mark fail until they reconnect.
ALTER TYPE public.shelf_mark RENAME TO shelf_mark__before;

-- Creates composite type public.shelf_mark.
CREATE TYPE public.shelf_mark AS (
    room text,
    shelf smallint
);

-- public.copies.mark follows the new public.shelf_mark.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies. Loses values of public.copies.mark that the new
--   public.shelf_mark lacks.
-- Hazard A201, blocking: rewrites table public.copies to follow type public.shelf_mark.
-- Hazard F304: fails if a value of public.copies.mark does not exist in the new type.
ALTER TABLE public.copies ALTER COLUMN mark TYPE public.shelf_mark USING mark::text::public.shelf_mark;

-- Drops the former public.shelf_mark, now unused.
DROP TYPE public.shelf_mark__before;
