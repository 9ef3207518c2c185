-- Undo: lossless

-- Alters aggregate public.total(integer).
CREATE OR REPLACE AGGREGATE public.total(integer) (
    SFUNC = pg_catalog.int4pl,
    STYPE = integer,
    INITCOND = '10'
);
