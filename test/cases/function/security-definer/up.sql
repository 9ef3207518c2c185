-- Undo: lossless

-- Creates function public.purge().
-- Hazard S503: public.purge() is SECURITY DEFINER without a search_path of its own.
CREATE FUNCTION public.purge()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
AS $function$ SELECT $function$;

-- Changes the owner of function public.purge() to keeper.
ALTER FUNCTION public.purge() OWNER TO keeper;

-- Creates function public.purge_safely().
CREATE FUNCTION public.purge_safely()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$ SELECT $function$;
