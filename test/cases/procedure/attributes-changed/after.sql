-- Security and settings change in place; other output arguments make a procedure anew.
CREATE SCHEMA app;
CREATE PROCEDURE app.tidy(days integer DEFAULT 90) LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1';
CREATE PROCEDURE app.count(OUT marks bigint, INOUT more text) LANGUAGE plpgsql AS 'BEGIN marks := 1; END';
REVOKE EXECUTE ON PROCEDURE app.tidy(integer) FROM PUBLIC;
ALTER PROCEDURE app.tidy(integer) OWNER TO keeper;
COMMENT ON PROCEDURE app.tidy(integer) IS 'Tidies up';
