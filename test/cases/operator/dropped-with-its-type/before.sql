CREATE SCHEMA app;
CREATE TYPE app.size AS ENUM ('s', 'm', 'l');
CREATE FUNCTION app.smaller(app.size, app.size) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'enum_lt';
CREATE FUNCTION app.bigger(app.size, app.size) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'enum_gt';
CREATE OPERATOR app.<< (FUNCTION = app.smaller, LEFTARG = app.size, RIGHTARG = app.size, COMMUTATOR = OPERATOR(app.>>));
CREATE OPERATOR app.>> (FUNCTION = app.bigger, LEFTARG = app.size, RIGHTARG = app.size, COMMUTATOR = OPERATOR(app.<<));
