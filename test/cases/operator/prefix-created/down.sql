-- Drops operator app.## (NONE, integer).
-- Hazard C402: queries that use app.## (NONE, integer) fail.
DROP OPERATOR app.## (NONE, integer);
