-- Drops view app.grades.
-- Locks app.grades (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.grades fail.
DROP VIEW app.grades;

-- Drops function app.grade(bigint).
-- Hazard C402: callers of app.grade(bigint) fail.
DROP FUNCTION app.grade(bigint);

-- Creates function app.grade(integer).
CREATE FUNCTION app.grade(integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 || '!'::text);

-- Recreates view app.grades.
-- Hazard C406: changes what view app.grades returns.
CREATE VIEW app.grades AS
 SELECT id,
    app.grade(mark) AS grade
   FROM app.marks;
