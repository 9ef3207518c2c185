-- Drops operator class app.codes USING hash.
DROP OPERATOR CLASS app.codes USING hash;

-- Drops operator app.= (app.code, app.code).
-- Hazard C402: queries that use app.= (app.code, app.code) fail.
DROP OPERATOR app.= (app.code, app.code);

-- Drops domain app.mark.
DROP DOMAIN app.mark;

-- Drops function app.code_eq(app.code, app.code).
-- Hazard C402: callers of app.code_eq(app.code, app.code) fail.
DROP FUNCTION app.code_eq(app.code, app.code);

-- Drops function app.code_hash(app.code).
-- Hazard C402: callers of app.code_hash(app.code) fail.
DROP FUNCTION app.code_hash(app.code);

-- Drops function app.hash_value(integer).
-- Hazard C402: callers of app.hash_value(integer) fail.
DROP FUNCTION app.hash_value(integer);

-- Drops base type app.code together with its input and output functions.
DROP TYPE app.code CASCADE;
