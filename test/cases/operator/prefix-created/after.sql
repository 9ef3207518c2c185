-- A prefix operator has no left operand.
CREATE SCHEMA app;
CREATE FUNCTION app.twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1 * 2;
CREATE OPERATOR app.## (FUNCTION = app.twice, RIGHTARG = integer);
COMMENT ON OPERATOR app.## (NONE, integer) IS 'Doubles';
ALTER OPERATOR app.## (NONE, integer) OWNER TO keeper;
