-- Renames composite type public.shelf_mark, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.shelf_mark fail until they reconnect.
ALTER TYPE public.shelf_mark RENAME TO shelf_mark__before;

-- Creates composite type public.shelf_mark.
CREATE TYPE public.shelf_mark AS (
    room text,
    shelf smallint
);

-- Changes the type of table column public.copies.mark to the recreated public.shelf_mark.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies. Loses values of public.copies.mark that are not
--   valid in the recreated public.shelf_mark.
-- Hazard A201, blocking: rewrites table public.copies: the type of column mark becomes the recreated public.shelf_mark.
-- Hazard F304: fails if a value of public.copies.mark is not valid in the recreated public.shelf_mark.
ALTER TABLE public.copies ALTER COLUMN mark TYPE public.shelf_mark USING mark::text::public.shelf_mark;

-- Drops the former composite type public.shelf_mark, which no object uses any more.
DROP TYPE public.shelf_mark__before;
