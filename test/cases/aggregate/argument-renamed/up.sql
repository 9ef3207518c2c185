-- Undo: lossless

-- Drops view app.totals, because aggregate app.total(value integer) changes.
-- Locks app.totals (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.totals fail.
DROP VIEW app.totals;

-- Drops aggregate app.total(value integer).
-- Hazard C402: queries that use app.total(value integer) fail.
DROP AGGREGATE app.total(value integer);

-- Creates aggregate app.total(mark integer).
CREATE AGGREGATE app.total(mark integer) (
    SFUNC = pg_catalog.int4pl,
    STYPE = integer
);

-- Recreates view app.totals, because aggregate app.total(value integer) changes.
CREATE VIEW app.totals AS
 SELECT app.total(mark) AS total
   FROM app.marks;
