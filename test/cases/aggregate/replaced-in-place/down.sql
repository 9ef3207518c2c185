-- Alters aggregate app.middle(double precision ORDER BY anyelement).
CREATE OR REPLACE AGGREGATE app.middle(double precision ORDER BY anyelement) (
    SFUNC = pg_catalog.ordered_set_transition,
    STYPE = internal,
    FINALFUNC = pg_catalog.percentile_disc_final,
    FINALFUNC_EXTRA
);

-- Alters aggregate app.total(integer).
CREATE OR REPLACE AGGREGATE app.total(integer) (
    SFUNC = pg_catalog.int4pl,
    STYPE = integer,
    INITCOND = '10'
);
