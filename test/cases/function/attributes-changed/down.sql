-- Alters function app.numbers(integer, integer).
-- Hazard C407: app.numbers(integer, integer) behaves differently.
CREATE OR REPLACE FUNCTION app.numbers(integer, integer)
 RETURNS SETOF integer
 LANGUAGE internal
AS $function$generate_series_int4$function$;
