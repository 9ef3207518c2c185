-- Undo: lossless

-- Drops function public.label(text).
-- Hazard C402: callers of public.label(text) fail.
DROP FUNCTION public.label(text);

-- Creates function public.label(date).
CREATE FUNCTION public.label(d date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT to_char(d, 'YYYY') $function$;
