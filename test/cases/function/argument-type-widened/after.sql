-- A view over a function whose argument gets another type is made anew between the two.
CREATE SCHEMA app;
CREATE TABLE app.marks (id bigint PRIMARY KEY, mark integer);
CREATE FUNCTION app.grade(bigint) RETURNS text LANGUAGE sql IMMUTABLE RETURN $1 || '?';
CREATE VIEW app.grades AS SELECT id, app.grade(mark) AS grade, mark FROM app.marks;
