-- Drops view app.all_grades, because function app.grade(integer, text) changes.
-- Locks app.all_grades (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.all_grades fail.
DROP VIEW app.all_grades;

-- Drops view app.grades.
-- Locks app.grades (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.grades fail.
DROP VIEW app.grades;

-- Drops table constraint marks_mark_check ON app.marks, because function app.grade(integer, text) changes.
-- Locks app.marks (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing marks_mark_check on app.marks.
ALTER TABLE app.marks DROP CONSTRAINT marks_mark_check;

-- Drops default value app.marks.mark, because function app.grade(integer, text) changes.
-- Locks app.marks (ACCESS EXCLUSIVE).
ALTER TABLE ONLY app.marks ALTER COLUMN mark DROP DEFAULT;

-- Drops function app.best(), because function app.grade(integer, text) changes.
DROP FUNCTION app.best();

-- Drops function app.grade(integer, text).
-- Hazard C402: callers of app.grade(integer, text) fail.
DROP FUNCTION app.grade(integer, text);

-- Creates function app.grade(integer, integer).
CREATE FUNCTION app.grade(mark integer, of integer DEFAULT 10)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN ((mark || '/'::text) || of);

-- Recreates function app.best(), because function app.grade(integer, text) changes.
CREATE FUNCTION app.best()
 RETURNS text
 LANGUAGE sql
BEGIN ATOMIC
 SELECT app.grade(1) AS grade;
END;

-- Recreates default value app.marks.mark, because function app.grade(integer, text) changes.
-- Locks app.marks (ACCESS EXCLUSIVE).
ALTER TABLE ONLY app.marks ALTER COLUMN mark SET DEFAULT length(app.grade(1));

-- Recreates table constraint marks_mark_check ON app.marks, because function app.grade(integer, text) changes.
-- Locks app.marks (ACCESS EXCLUSIVE). Scans app.marks.
-- Hazard A202: reads all of app.marks under an ACCESS EXCLUSIVE lock.
-- Hazard F303: fails if a row of app.marks violates marks_mark_check.
ALTER TABLE app.marks ADD CONSTRAINT marks_mark_check CHECK ((app.grade(mark) <> ''::text));

-- Recreates view app.all_grades, because function app.grade(integer, text) changes.
CREATE VIEW app.all_grades AS
 SELECT id,
    app.grade(mark) AS grade
   FROM app.marks;

-- Recreates view app.grades.
-- Hazard C406: changes what view app.grades returns.
CREATE VIEW app.grades AS
 SELECT id,
    app.grade(mark) AS grade
   FROM app.marks;
