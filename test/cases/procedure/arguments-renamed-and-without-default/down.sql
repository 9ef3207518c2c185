-- Drops procedure public.file(text, integer).
DROP PROCEDURE public.file(text, integer);

-- Recreates procedure public.file(text, integer).
CREATE PROCEDURE public.file(IN title text, IN copies integer DEFAULT 1)
 LANGUAGE plpgsql
AS $procedure$BEGIN NULL; END$procedure$;
