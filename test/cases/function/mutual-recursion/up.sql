-- Undo: lossless

-- Creates function public.is_even(integer).
CREATE FUNCTION public.is_even(n integer)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN n = 0 OR is_odd(n - 1); END $function$;

-- Creates function public.is_odd(integer).
CREATE FUNCTION public.is_odd(n integer)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN n <> 0 AND is_even(n - 1); END $function$;
