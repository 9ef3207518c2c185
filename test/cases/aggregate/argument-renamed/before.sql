CREATE SCHEMA app;
CREATE TABLE app.marks (mark integer);
CREATE AGGREGATE app.total(value integer) (SFUNC = int4pl, STYPE = integer);
CREATE VIEW app.totals AS SELECT app.total(mark) AS total FROM app.marks;
