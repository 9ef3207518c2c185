-- Undo: lossless

-- Alters function public.is_isbn(text).
-- Hazard C407: public.is_isbn(text) behaves differently.
CREATE OR REPLACE FUNCTION public.is_isbn(isbn text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT length(isbn) IN (10, 13) $function$;
