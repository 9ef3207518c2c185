-- Creates function public.longest(text, text).
CREATE FUNCTION public.longest(a text, b text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT a $function$;

-- Creates aggregate public.longest_of(text).
CREATE AGGREGATE public.longest_of(text) (
    SFUNC = public.longest,
    STYPE = text
);
