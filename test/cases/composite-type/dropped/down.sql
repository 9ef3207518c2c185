-- Creates composite type public.shelf_mark.
CREATE TYPE public.shelf_mark AS (
    room text,
    shelf integer
);

-- Creates function public.label(public.shelf_mark).
CREATE FUNCTION public.label(mark public.shelf_mark)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT (mark).room $function$;
