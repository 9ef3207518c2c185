-- Operators and their functions in any order.
CREATE OPERATOR app.== (FUNCTION = app.same, LEFTARG = integer, RIGHTARG = bigint, COMMUTATOR = OPERATOR(app.==), NEGATOR = OPERATOR(app.!==));
CREATE OPERATOR app.== (FUNCTION = app.same, LEFTARG = bigint, RIGHTARG = integer, COMMUTATOR = OPERATOR(app.==));
CREATE OPERATOR app.!== (FUNCTION = app.other, LEFTARG = integer, RIGHTARG = bigint, NEGATOR = OPERATOR(app.==));
CREATE FUNCTION app.same(integer, bigint) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 = $2;
CREATE FUNCTION app.same(bigint, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 = $2;
CREATE FUNCTION app.other(integer, bigint) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 <> $2;
CREATE SCHEMA app;
