CREATE SCHEMA app;
CREATE TABLE app.marks (id bigint PRIMARY KEY, mark integer);
CREATE FUNCTION app.grade(integer) RETURNS text LANGUAGE sql IMMUTABLE RETURN $1 || '!';
CREATE VIEW app.grades AS SELECT id, app.grade(mark) AS grade FROM app.marks;
