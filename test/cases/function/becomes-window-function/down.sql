-- Drops function public.place().
DROP FUNCTION public.place();

-- Recreates function public.place().
CREATE FUNCTION public.place()
 RETURNS bigint
 LANGUAGE internal
AS $function$window_rank$function$;
