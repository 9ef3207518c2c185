-- Undo: lossless

-- Drops function app.limits().
DROP FUNCTION app.limits();

-- Drops function app.listed().
DROP FUNCTION app.listed();

-- Recreates function app.limits().
CREATE FUNCTION app.limits(OUT lowest integer, OUT highest bigint)
 RETURNS record
 LANGUAGE sql
AS $function$SELECT 1, 2::bigint$function$;

-- Recreates function app.listed().
CREATE FUNCTION app.listed()
 RETURNS TABLE(a integer, b integer)
 LANGUAGE sql
AS $function$SELECT 1, 2$function$;
