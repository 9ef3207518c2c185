-- Alters function public.is_isbn(text).
-- Hazard C407: changes the behavior of public.is_isbn(text).
CREATE OR REPLACE FUNCTION public.is_isbn(isbn text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT length(isbn) = 10 $function$;
