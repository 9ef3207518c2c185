CREATE SCHEMA app;
CREATE FUNCTION app.limits(OUT lowest integer, OUT highest integer) LANGUAGE sql AS 'SELECT 1, 2';
CREATE FUNCTION app.listed() RETURNS TABLE (a integer) LANGUAGE sql AS 'SELECT 1';
