-- Drops function public.fine(integer).
DROP FUNCTION public.fine(integer);

-- Alters function public.due(integer).
-- Hazard C407: changes the behavior of public.due(integer).
CREATE OR REPLACE FUNCTION public.due(days integer DEFAULT 14)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$ SELECT current_date + days $function$;

-- Recreates function public.fine(integer).
CREATE FUNCTION public.fine(days integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ SELECT days $function$;
