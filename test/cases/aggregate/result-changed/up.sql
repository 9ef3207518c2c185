-- Undo: lossless

-- Drops view app.totals, because aggregate app.total(integer) changes.
-- Locks app.totals (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.totals fail.
DROP VIEW app.totals;

-- Drops aggregate app.total(integer).
DROP AGGREGATE app.total(integer);

-- Recreates aggregate app.total(integer).
CREATE AGGREGATE app.total(integer) (
    SFUNC = pg_catalog.int4_sum,
    STYPE = bigint
);

-- Recreates view app.totals, because aggregate app.total(integer) changes.
CREATE VIEW app.totals AS
 SELECT (app.total(mark))::text AS total
   FROM app.marks;
