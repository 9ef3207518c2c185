-- Drops view app.totals, because aggregate app.total(mark integer) changes.
-- Locks app.totals (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.totals fail.
DROP VIEW app.totals;

-- Drops aggregate app.total(mark integer).
-- Hazard C402: queries that use app.total(mark integer) fail.
DROP AGGREGATE app.total(mark integer);

-- Creates aggregate app.total(value integer).
CREATE AGGREGATE app.total(value integer) (
    SFUNC = pg_catalog.int4pl,
    STYPE = integer
);

-- Recreates view app.totals, because aggregate app.total(mark integer) changes.
CREATE VIEW app.totals AS
 SELECT app.total(mark) AS total
   FROM app.marks;
