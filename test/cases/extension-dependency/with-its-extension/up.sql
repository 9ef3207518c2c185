-- Undo: lossless

-- Creates extension pg_trgm.
CREATE EXTENSION pg_trgm WITH SCHEMA public;

-- FUNCTION public.alike(text) goes from now on with extension pg_trgm.
ALTER FUNCTION public.alike(text) DEPENDS ON EXTENSION pg_trgm;

-- Creates procedure public.work().
CREATE PROCEDURE public.work()
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

-- PROCEDURE public.work() goes from now on with extension pg_trgm.
ALTER PROCEDURE public.work() DEPENDS ON EXTENSION pg_trgm;
