-- Undo: lossless

-- Creates extension pg_trgm.
CREATE EXTENSION pg_trgm WITH SCHEMA public;

-- Makes FUNCTION public.alike(text) depend on extension pg_trgm: DROP EXTENSION also drops the object.
ALTER FUNCTION public.alike(text) DEPENDS ON EXTENSION pg_trgm;

-- Creates procedure public.work().
CREATE PROCEDURE public.work()
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

-- Makes PROCEDURE public.work() depend on extension pg_trgm: DROP EXTENSION also drops the object.
ALTER PROCEDURE public.work() DEPENDS ON EXTENSION pg_trgm;
