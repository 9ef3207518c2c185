-- Drops function public.label(date).
-- Hazard C402: callers of public.label(date) fail.
DROP FUNCTION public.label(date);

-- Creates function public.label(text).
CREATE FUNCTION public.label(t text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT t $function$;
