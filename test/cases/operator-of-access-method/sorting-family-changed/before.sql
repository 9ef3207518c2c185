CREATE SCHEMA app;
CREATE OPERATOR FAMILY app.distances USING btree;
CREATE OPERATOR FAMILY app.boxes USING gist;
ALTER OPERATOR FAMILY app.boxes USING gist ADD OPERATOR 15 <-> (box, point) FOR ORDER BY pg_catalog.float_ops;
