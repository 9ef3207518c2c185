-- Undo: lossless

-- Drops operator 15 (box, point) from operator family app.boxes USING gist.
ALTER OPERATOR FAMILY app.boxes USING gist DROP OPERATOR 15 (box, point);

-- Adds operator 15 (box, point) to operator family app.boxes USING gist.
ALTER OPERATOR FAMILY app.boxes USING gist ADD
    OPERATOR 15 pg_catalog.<-> (box, point) FOR ORDER BY app.distances;
