-- Undo: lossless

-- Drops procedure public.file(text, integer).
-- Hazard C402: callers of public.file(text, integer) fail.
DROP PROCEDURE public.file(text, integer);

-- Recreates procedure public.file(text, integer).
CREATE PROCEDURE public.file(IN name text, IN copies integer)
 LANGUAGE plpgsql
AS $procedure$BEGIN NULL; END$procedure$;
