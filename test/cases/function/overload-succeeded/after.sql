-- A former overload goes before one that the same calls find.
CREATE SCHEMA app;
CREATE TABLE app.marks (id bigint PRIMARY KEY, mark integer);
CREATE FUNCTION app.grade(mark integer, of text DEFAULT 'ten') RETURNS text LANGUAGE sql IMMUTABLE RETURN mark || ' of ' || of;
CREATE VIEW app.grades AS SELECT id, app.grade(mark) AS grade, 'new' AS added FROM app.marks;
CREATE VIEW app.all_grades AS SELECT id, app.grade(mark) AS grade FROM app.marks;
ALTER TABLE app.marks ADD CHECK (app.grade(mark) <> ''), ALTER mark SET DEFAULT length(app.grade(10));
CREATE FUNCTION app.best() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT app.grade(10); END;
