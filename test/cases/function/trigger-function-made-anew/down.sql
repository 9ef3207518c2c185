-- Alters function public.due(integer).
-- Hazard C407: public.due(integer) behaves differently.
CREATE OR REPLACE FUNCTION public.due(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT n $function$;
