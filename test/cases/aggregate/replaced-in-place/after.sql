-- Parts of an aggregate change in place, and views stay.
CREATE SCHEMA app;
CREATE TABLE app.marks (mark integer);
CREATE AGGREGATE app.total(integer) (
    SFUNC = int4mul, STYPE = integer, INITCOND = '1', COMBINEFUNC = int4mul, PARALLEL = RESTRICTED
);
CREATE VIEW app.totals AS SELECT app.total(mark) AS total FROM app.marks;
CREATE AGGREGATE app.middle(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA, FINALFUNC_MODIFY = SHAREABLE);
