-- Drops table app.marks.
-- Locks app.marks (ACCESS EXCLUSIVE). Loses the rows of table app.marks.
-- Hazard D101, blocking: drops table app.marks with its rows.
DROP TABLE app.marks;

-- Drops operator class app.falling USING btree.
DROP OPERATOR CLASS app.falling USING btree;

-- Drops operator family app.falling USING btree.
DROP OPERATOR FAMILY app.falling USING btree;

-- Drops function app.backwards(integer, integer).
-- Hazard C402: callers of app.backwards(integer, integer) fail.
DROP FUNCTION app.backwards(integer, integer);
