CREATE SCHEMA app;
CREATE TABLE app.marks (mark integer);
CREATE AGGREGATE app.total(integer) (SFUNC = int4pl, STYPE = integer);
CREATE VIEW app.totals AS SELECT app.total(mark)::text AS total FROM app.marks;
