-- Drops table app.plots.
-- Locks app.plots (ACCESS EXCLUSIVE). Loses the rows of table app.plots.
-- Hazard D101, blocking: drops table app.plots with its rows.
DROP TABLE app.plots;

-- Drops operator class app.polygons USING gist.
DROP OPERATOR CLASS app.polygons USING gist;

-- Drops operator family app.polygons USING gist.
DROP OPERATOR FAMILY app.polygons USING gist;
