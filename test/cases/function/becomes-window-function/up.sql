-- Undo: lossless

-- Drops function public.place().
DROP FUNCTION public.place();

-- Recreates function public.place().
CREATE FUNCTION public.place()
 RETURNS bigint
 LANGUAGE internal
 WINDOW
AS $function$window_rank$function$;
