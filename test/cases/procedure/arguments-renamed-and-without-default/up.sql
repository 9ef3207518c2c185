-- Undo: lossless

-- Drops procedure public.file(text, integer).
DROP PROCEDURE public.file(text, integer);

-- Recreates procedure public.file(text, integer).
CREATE PROCEDURE public.file(IN name text, IN copies integer)
 LANGUAGE plpgsql
AS $procedure$BEGIN NULL; END$procedure$;
