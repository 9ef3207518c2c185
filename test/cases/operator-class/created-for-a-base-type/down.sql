-- Drops table app.parts.
-- Locks app.parts (ACCESS EXCLUSIVE). Loses the rows of table app.parts.
-- Hazard D101, blocking: drops table app.parts with its rows.
DROP TABLE app.parts;

-- Drops operator class app.code_hash USING hash.
DROP OPERATOR CLASS app.code_hash USING hash;

-- Drops operator class app.code_order USING btree.
DROP OPERATOR CLASS app.code_order USING btree;

-- Drops operator family app.code_hash USING hash.
DROP OPERATOR FAMILY app.code_hash USING hash;

-- Drops operator family app.code_order USING btree.
DROP OPERATOR FAMILY app.code_order USING btree;

-- Drops operator app.< (app.code, app.code).
-- Hazard C402: queries that use app.< (app.code, app.code) fail.
DROP OPERATOR app.< (app.code, app.code);

-- Drops operator app.<= (app.code, app.code).
-- Hazard C402: queries that use app.<= (app.code, app.code) fail.
DROP OPERATOR app.<= (app.code, app.code);

-- Drops operator app.= (app.code, app.code).
-- Hazard C402: queries that use app.= (app.code, app.code) fail.
DROP OPERATOR app.= (app.code, app.code);

-- Drops operator app.> (app.code, app.code).
-- Hazard C402: queries that use app.> (app.code, app.code) fail.
DROP OPERATOR app.> (app.code, app.code);

-- Drops operator app.>= (app.code, app.code).
-- Hazard C402: queries that use app.>= (app.code, app.code) fail.
DROP OPERATOR app.>= (app.code, app.code);

-- Drops function app.code_compare(app.code, app.code).
-- Hazard C402: callers of app.code_compare(app.code, app.code) fail.
DROP FUNCTION app.code_compare(app.code, app.code);

-- Drops function app.code_eq(app.code, app.code).
-- Hazard C402: callers of app.code_eq(app.code, app.code) fail.
DROP FUNCTION app.code_eq(app.code, app.code);

-- Drops function app.code_ge(app.code, app.code).
-- Hazard C402: callers of app.code_ge(app.code, app.code) fail.
DROP FUNCTION app.code_ge(app.code, app.code);

-- Drops function app.code_gt(app.code, app.code).
-- Hazard C402: callers of app.code_gt(app.code, app.code) fail.
DROP FUNCTION app.code_gt(app.code, app.code);

-- Drops function app.code_hash(app.code).
-- Hazard C402: callers of app.code_hash(app.code) fail.
DROP FUNCTION app.code_hash(app.code);

-- Drops function app.code_le(app.code, app.code).
-- Hazard C402: callers of app.code_le(app.code, app.code) fail.
DROP FUNCTION app.code_le(app.code, app.code);

-- Drops function app.code_lt(app.code, app.code).
-- Hazard C402: callers of app.code_lt(app.code, app.code) fail.
DROP FUNCTION app.code_lt(app.code, app.code);

-- Drops base type app.code together with its input and output functions.
DROP TYPE app.code CASCADE;
