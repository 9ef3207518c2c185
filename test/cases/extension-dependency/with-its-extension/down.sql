-- Drops procedure public.work().
-- Hazard C402: callers of public.work() fail.
DROP PROCEDURE public.work();

-- Drops function public.alike(text), because extension pg_trgm changes.
-- Hazard C402: callers of public.alike(text) fail.
DROP FUNCTION public.alike(text);

-- Makes again function public.alike(text), because extension pg_trgm changes.
CREATE FUNCTION public.alike(text)
 RETURNS boolean
 LANGUAGE sql
AS $function$SELECT true$function$;

-- Drops extension pg_trgm.
-- Hazard C402: drops extension pg_trgm and every object that belongs to it.
DROP EXTENSION pg_trgm;
