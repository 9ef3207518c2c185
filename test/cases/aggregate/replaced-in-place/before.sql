CREATE SCHEMA app;
CREATE TABLE app.marks (mark integer);
CREATE AGGREGATE app.total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '10');
CREATE VIEW app.totals AS SELECT app.total(mark) AS total FROM app.marks;
CREATE AGGREGATE app.middle(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
