-- Drops function public.fine(integer).
-- Hazard C402: callers of public.fine(integer) fail.
DROP FUNCTION public.fine(integer);

-- Alters function public.due(integer).
-- Hazard C407: public.due(integer) behaves differently.
CREATE OR REPLACE FUNCTION public.due(days integer DEFAULT 14)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$ SELECT current_date + days $function$;

-- Makes again function public.fine(integer).
CREATE FUNCTION public.fine(days integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$ SELECT days $function$;
