CREATE SCHEMA app;
CREATE FUNCTION app.less(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 < $2;
CREATE FUNCTION app.more(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 > $2;
CREATE FUNCTION app.not_less(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 >= $2;
CREATE OPERATOR app.<< (FUNCTION = app.less, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(app.!<));
CREATE OPERATOR app.!< (FUNCTION = app.not_less, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(app.<<));
