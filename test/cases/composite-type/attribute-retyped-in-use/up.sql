-- Undo: lossless

-- Renames composite type public.shelf_mark, which PostgreSQL can't change in place, to free its name.
-- Hazard C405: sessions with cached plans that name public.shelf_mark fail until they reconnect.
ALTER TYPE public.shelf_mark RENAME TO shelf_mark__before;

-- Creates composite type public.shelf_mark.
CREATE TYPE public.shelf_mark AS (
    room text,
    shelf integer
);

-- Converts values of the former composite type public.shelf_mark by the names of their attributes.
CREATE FUNCTION public.shelf_mark__convert(public.shelf_mark__before) RETURNS public.shelf_mark LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).room, ($1).shelf::integer)::public.shelf_mark END;

-- Makes ALTER TABLE convert values of the former composite type public.shelf_mark by that function.
CREATE CAST (public.shelf_mark__before AS public.shelf_mark) WITH FUNCTION public.shelf_mark__convert(public.shelf_mark__before) AS ASSIGNMENT;

-- Changes the type of table column public.copies.mark to the recreated public.shelf_mark.
-- Locks public.copies (ACCESS EXCLUSIVE). Rewrites public.copies.
-- Hazard A201, blocking: rewrites table public.copies: the type of column mark becomes the recreated public.shelf_mark.
ALTER TABLE public.copies ALTER COLUMN mark TYPE public.shelf_mark;

-- Drops the cast from the former composite type public.shelf_mark.
DROP CAST (public.shelf_mark__before AS public.shelf_mark);

-- Drops the function of that cast.
DROP FUNCTION public.shelf_mark__convert(public.shelf_mark__before);

-- Drops the former composite type public.shelf_mark, which no object uses any more.
DROP TYPE public.shelf_mark__before;
