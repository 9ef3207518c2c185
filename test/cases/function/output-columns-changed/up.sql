-- Undo: lossless

-- Drops function app.limits().
-- Hazard C402: callers of app.limits() fail.
DROP FUNCTION app.limits();

-- Drops function app.listed().
-- Hazard C402: callers of app.listed() fail.
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
