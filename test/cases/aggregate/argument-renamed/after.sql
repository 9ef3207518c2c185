-- An aggregate whose argument has another name is made anew, with the views that use it.
CREATE SCHEMA app;
CREATE TABLE app.marks (mark integer);
CREATE AGGREGATE app.total(mark integer) (SFUNC = int4pl, STYPE = integer);
CREATE VIEW app.totals AS SELECT app.total(mark) AS total FROM app.marks;
