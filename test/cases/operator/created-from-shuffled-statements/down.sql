-- Drops operator app.!== (integer, bigint).
-- Hazard C402: queries that use app.!== (integer, bigint) fail.
DROP OPERATOR app.!== (integer, bigint);

-- Drops operator app.== (bigint, integer).
-- Hazard C402: queries that use app.== (bigint, integer) fail.
DROP OPERATOR app.== (bigint, integer);

-- Drops operator app.== (integer, bigint).
-- Hazard C402: queries that use app.== (integer, bigint) fail.
DROP OPERATOR app.== (integer, bigint);

-- Drops function app.other(integer, bigint).
-- Hazard C402: callers of app.other(integer, bigint) fail.
DROP FUNCTION app.other(integer, bigint);

-- Drops function app.same(bigint, integer).
-- Hazard C402: callers of app.same(bigint, integer) fail.
DROP FUNCTION app.same(bigint, integer);

-- Drops function app.same(integer, bigint).
-- Hazard C402: callers of app.same(integer, bigint) fail.
DROP FUNCTION app.same(integer, bigint);
