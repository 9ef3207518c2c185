-- Alters function public.due(integer).
-- Hazard C407: changes the behavior of public.due(integer).
CREATE OR REPLACE FUNCTION public.due(n integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT n $function$;
