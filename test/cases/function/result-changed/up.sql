-- Undo: lossless

-- Drops function public.shelf_count().
DROP FUNCTION public.shelf_count();

-- Recreates function public.shelf_count().
CREATE FUNCTION public.shelf_count()
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$ SELECT 1 $function$;

-- Changes privileges on function public.shelf_count().
REVOKE EXECUTE ON FUNCTION public.shelf_count() FROM PUBLIC;

-- Changes privileges on function public.shelf_count().
GRANT EXECUTE ON FUNCTION public.shelf_count() TO reader;
