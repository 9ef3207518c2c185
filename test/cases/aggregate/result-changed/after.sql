-- An aggregate with another result is made anew.
CREATE SCHEMA app;
CREATE TABLE app.marks (mark integer);
CREATE AGGREGATE app.total(integer) (SFUNC = int4_sum, STYPE = bigint);
CREATE VIEW app.totals AS SELECT app.total(mark)::text AS total FROM app.marks;
