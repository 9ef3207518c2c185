CREATE SCHEMA app;
CREATE TABLE app.marks (id bigint PRIMARY KEY, mark integer);
CREATE FUNCTION app.grade(mark integer, of integer DEFAULT 10) RETURNS text LANGUAGE sql IMMUTABLE RETURN mark || '/' || of;
CREATE VIEW app.grades AS SELECT id, app.grade(mark) AS grade FROM app.marks;
CREATE VIEW app.all_grades AS SELECT id, app.grade(mark) AS grade FROM app.marks;
ALTER TABLE app.marks ADD CHECK (app.grade(mark) <> ''), ALTER mark SET DEFAULT length(app.grade(1));
CREATE FUNCTION app.best() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT app.grade(1); END;
