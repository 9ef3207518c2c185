-- Undo: lossless

-- Creates composite type public.shelf_mark.
CREATE TYPE public.shelf_mark AS (
    room text,
    shelf integer
);

-- Sets the comment of attribute room of composite type public.shelf_mark.
COMMENT ON COLUMN public.shelf_mark.room IS 'A capital letter';

-- Sets the comment of composite type public.shelf_mark.
COMMENT ON TYPE public.shelf_mark IS 'Where a copy stands';

-- Creates function public.entrance().
CREATE FUNCTION public.entrance()
 RETURNS public.shelf_mark
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT ROW('A', 1)::shelf_mark $function$;
