-- Drops range app.fall.
DROP TYPE app.fall;

-- Drops operator class app.falling USING btree.
DROP OPERATOR CLASS app.falling USING btree;

-- Drops operator family app.falling USING btree.
DROP OPERATOR FAMILY app.falling USING btree;

-- Drops function app.backwards(integer, integer).
-- Hazard C402: callers of app.backwards(integer, integer) fail.
DROP FUNCTION app.backwards(integer, integer);
