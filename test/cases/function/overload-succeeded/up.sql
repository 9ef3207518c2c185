-- Undo: lossless

-- Drops view app.all_grades, because function app.grade(integer, integer) changes.
-- Locks app.all_grades (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.all_grades fail.
DROP VIEW app.all_grades;

-- Drops view app.grades, because function app.grade(integer, integer) changes.
-- Locks app.grades (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.grades fail.
DROP VIEW app.grades;

-- Drops table constraint marks_mark_check ON app.marks, because function app.grade(integer, integer) changes.
-- Locks app.marks (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing marks_mark_check on app.marks.
ALTER TABLE app.marks DROP CONSTRAINT marks_mark_check;

-- Drops default value app.marks.mark, because function app.grade(integer, integer) changes.
-- Locks app.marks (ACCESS EXCLUSIVE).
ALTER TABLE ONLY app.marks ALTER COLUMN mark DROP DEFAULT;

-- Drops function app.best(), because function app.grade(integer, integer) changes.
DROP FUNCTION app.best();

-- Drops function app.grade(integer, integer).
-- Hazard C402: callers of app.grade(integer, integer) fail.
DROP FUNCTION app.grade(integer, integer);

-- Creates function app.grade(integer, text).
CREATE FUNCTION app.grade(mark integer, of text DEFAULT 'ten'::text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ((mark || ' of '::text) || of);

-- Recreates function app.best(), because function app.grade(integer, integer) changes.
CREATE FUNCTION app.best()
 RETURNS text
 LANGUAGE sql
BEGIN ATOMIC
 SELECT app.grade(10) AS grade;
END;

-- Recreates default value app.marks.mark, because function app.grade(integer, integer) changes.
-- Locks app.marks (ACCESS EXCLUSIVE).
ALTER TABLE ONLY app.marks ALTER COLUMN mark SET DEFAULT length(app.grade(10));

-- Recreates table constraint marks_mark_check ON app.marks, because function app.grade(integer, integer) changes.
-- Locks app.marks (ACCESS EXCLUSIVE). Scans app.marks.
-- Hazard A202: reads all of app.marks under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of app.marks violates marks_mark_check.
ALTER TABLE app.marks ADD CONSTRAINT marks_mark_check CHECK ((app.grade(mark) <> ''::text));

-- Recreates view app.all_grades, because function app.grade(integer, integer) changes.
CREATE VIEW app.all_grades AS
 SELECT id,
    app.grade(mark) AS grade
   FROM app.marks;

-- Recreates view app.grades, because function app.grade(integer, integer) changes.
-- Hazard C406: changes what view app.grades returns.
CREATE VIEW app.grades AS
 SELECT id,
    app.grade(mark) AS grade,
    'new'::text AS added
   FROM app.marks;
