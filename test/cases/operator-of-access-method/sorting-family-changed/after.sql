-- A member is made anew when the family that orders its results changes.
CREATE SCHEMA app;
CREATE OPERATOR FAMILY app.distances USING btree;
CREATE OPERATOR FAMILY app.boxes USING gist;
ALTER OPERATOR FAMILY app.boxes USING gist ADD OPERATOR 15 <-> (box, point) FOR ORDER BY app.distances;
