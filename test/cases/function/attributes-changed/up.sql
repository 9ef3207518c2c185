-- Undo: lossless

-- Alters function app.numbers(integer, integer).
-- Hazard C407: changes the behavior of app.numbers(integer, integer).
CREATE OR REPLACE FUNCTION app.numbers(integer, integer)
 RETURNS SETOF integer
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT LEAKPROOF COST 3 ROWS 50 SUPPORT app.support
 SET work_mem TO '8MB'
AS $function$generate_series_int4$function$;
