-- Other columns of the result make a function anew.
CREATE SCHEMA app;
CREATE FUNCTION app.limits(OUT lowest integer, OUT highest bigint) LANGUAGE sql AS 'SELECT 1, 2::bigint';
CREATE FUNCTION app.listed() RETURNS TABLE (a integer, b integer) LANGUAGE sql AS 'SELECT 1, 2';
