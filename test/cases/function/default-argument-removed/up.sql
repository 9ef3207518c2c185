-- Undo: lossless

-- Drops function public.due(integer).
DROP FUNCTION public.due(integer);

-- Recreates function public.due(integer).
CREATE FUNCTION public.due(days integer)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$ SELECT current_date + days $function$;

-- Alters function public.fine(integer).
-- Hazard C407: changes the behavior of public.fine(integer).
CREATE OR REPLACE FUNCTION public.fine(days integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ SELECT days $function$;
