-- Undo: lossless

-- Alters aggregate app.middle(double precision ORDER BY anyelement).
CREATE OR REPLACE AGGREGATE app.middle(double precision ORDER BY anyelement) (
    SFUNC = pg_catalog.ordered_set_transition,
    STYPE = internal,
    FINALFUNC = pg_catalog.percentile_disc_final,
    FINALFUNC_EXTRA,
    FINALFUNC_MODIFY = SHAREABLE
);

-- Alters aggregate app.total(integer).
CREATE OR REPLACE AGGREGATE app.total(integer) (
    SFUNC = pg_catalog.int4mul,
    STYPE = integer,
    COMBINEFUNC = pg_catalog.int4mul,
    INITCOND = '1',
    PARALLEL = RESTRICTED
);
