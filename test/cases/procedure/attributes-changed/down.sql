-- Drops procedure app.count(text).
DROP PROCEDURE app.count(text);

-- Recreates procedure app.count(text).
CREATE PROCEDURE app.count(OUT marks integer, INOUT more text)
 LANGUAGE plpgsql
AS $procedure$BEGIN marks := 1; END$procedure$;

-- Alters procedure app.tidy(integer).
-- Hazard C407: changes the behavior of app.tidy(integer).
CREATE OR REPLACE PROCEDURE app.tidy(IN days integer DEFAULT 30)
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

-- Changes the owner of procedure app.tidy(integer) to postgres.
-- Hazard S504: changes the owner of procedure app.tidy(integer) to postgres.
ALTER PROCEDURE app.tidy(integer) OWNER TO postgres;

-- Changes privileges on procedure app.tidy(integer).
-- Hazard S501, blocking: changes privileges on procedure app.tidy(integer) for every role (PUBLIC).
GRANT EXECUTE ON PROCEDURE app.tidy(integer) TO PUBLIC;

-- Removes the comment of procedure app.tidy(integer).
COMMENT ON PROCEDURE app.tidy(integer) IS NULL;
