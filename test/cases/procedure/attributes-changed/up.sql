-- Undo: lossless

-- Drops procedure app.count(text).
DROP PROCEDURE app.count(text);

-- Recreates procedure app.count(text).
CREATE PROCEDURE app.count(OUT marks bigint, INOUT more text)
 LANGUAGE plpgsql
AS $procedure$BEGIN marks := 1; END$procedure$;

-- Alters procedure app.tidy(integer).
-- Hazard C407: changes the behavior of app.tidy(integer).
CREATE OR REPLACE PROCEDURE app.tidy(IN days integer DEFAULT 90)
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $procedure$SELECT 1$procedure$;

-- Changes the owner of procedure app.tidy(integer) to keeper.
-- Hazard S504: changes the owner of procedure app.tidy(integer) to keeper.
ALTER PROCEDURE app.tidy(integer) OWNER TO keeper;

-- Changes privileges on procedure app.tidy(integer).
-- Hazard S501: changes privileges on procedure app.tidy(integer).
REVOKE EXECUTE ON PROCEDURE app.tidy(integer) FROM PUBLIC;

-- Sets the comment of procedure app.tidy(integer).
COMMENT ON PROCEDURE app.tidy(integer) IS 'Tidies up';
