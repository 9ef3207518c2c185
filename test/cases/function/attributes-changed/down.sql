-- Alters function app.numbers(integer, integer).
-- Hazard C407: changes the behavior of app.numbers(integer, integer).
CREATE OR REPLACE FUNCTION app.numbers(integer, integer)
 RETURNS SETOF integer
 LANGUAGE internal
AS $function$generate_series_int4$function$;
