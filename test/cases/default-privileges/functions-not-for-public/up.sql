-- Undo: lossless

-- Creates function public.one().
CREATE FUNCTION public.one()
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT 1 $function$;

-- Creates function public.two().
CREATE FUNCTION public.two()
 RETURNS integer
 LANGUAGE sql
AS $function$ SELECT 2 $function$;

-- Changes privileges on function public.two().
GRANT EXECUTE ON FUNCTION public.two() TO PUBLIC;
