-- A commutator that is promised and never made stays a shell, and goes with the one that promised it.
CREATE SCHEMA app;
CREATE TYPE app.size AS ENUM ('s', 'm', 'l');
CREATE FUNCTION app.smaller(app.size, app.size) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'enum_lt';
CREATE OPERATOR app.<< (FUNCTION = app.smaller, LEFTARG = app.size, RIGHTARG = app.size, COMMUTATOR = OPERATOR(app.>>));
