-- Undo: lossless

-- Drops view app.grades, because function app.grade(integer) changes.
-- Locks app.grades (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.grades fail.
DROP VIEW app.grades;

-- Drops function app.grade(integer).
-- Hazard C402: callers of app.grade(integer) fail.
DROP FUNCTION app.grade(integer);

-- Creates function app.grade(bigint).
CREATE FUNCTION app.grade(bigint)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 || '?'::text);

-- Recreates view app.grades, because function app.grade(integer) changes.
-- Hazard C406: changes what view app.grades returns.
CREATE VIEW app.grades AS
 SELECT id,
    app.grade((mark)::bigint) AS grade,
    mark
   FROM app.marks;
