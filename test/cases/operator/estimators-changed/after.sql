-- Estimators change in place.
CREATE SCHEMA app;
CREATE FUNCTION app.near(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN abs($1 - $2) < 3;
CREATE OPERATOR app.~~~ (FUNCTION = app.near, LEFTARG = integer, RIGHTARG = integer, JOIN = contjoinsel);
CREATE VIEW app.nearby AS SELECT 1 OPERATOR(app.~~~) 2 AS near;
