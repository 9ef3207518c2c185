CREATE SCHEMA app;
CREATE FUNCTION app.near(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN abs($1 - $2) < 3;
CREATE FUNCTION app.nearer(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN abs($1 - $2) < 2;
CREATE OPERATOR app.~~~ (FUNCTION = app.near, LEFTARG = integer, RIGHTARG = integer);
CREATE VIEW app.nearby AS SELECT 1 OPERATOR(app.~~~) 2 AS near;
COMMENT ON OPERATOR app.~~~ (integer, integer) IS 'Near';
