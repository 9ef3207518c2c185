CREATE SCHEMA app;
CREATE FUNCTION app.same(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 = $2;
CREATE FUNCTION app.other(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 <> $2;
CREATE OPERATOR app.== (FUNCTION = app.same, LEFTARG = integer, RIGHTARG = integer);
CREATE OPERATOR app.!== (FUNCTION = app.other, LEFTARG = integer, RIGHTARG = integer);
CREATE VIEW app.checked AS SELECT 1 OPERATOR(app.==) 2 AS same;
