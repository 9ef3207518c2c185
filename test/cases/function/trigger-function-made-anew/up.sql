-- Undo: lossless

-- Alters function public.due(integer).
-- Hazard C407: changes the behavior of public.due(integer).
CREATE OR REPLACE FUNCTION public.due(n integer)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT COST 5
AS $function$ BEGIN RETURN n; END $function$;
