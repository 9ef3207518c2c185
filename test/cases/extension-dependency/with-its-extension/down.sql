-- Drops procedure public.work().
-- Hazard C402: callers of public.work() fail.
DROP PROCEDURE public.work();

-- Drops function public.alike(text), because extension pg_trgm changes.
DROP FUNCTION public.alike(text);

-- Recreates function public.alike(text), because extension pg_trgm changes.
CREATE FUNCTION public.alike(text)
 RETURNS boolean
 LANGUAGE sql
AS $function$SELECT true$function$;

-- Drops extension pg_trgm.
-- Hazard C402: drops extension pg_trgm and all its members.
DROP EXTENSION pg_trgm;
