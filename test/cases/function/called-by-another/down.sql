-- Drops function app."Nn"(integer).
-- Hazard C402: callers of app."Nn"(integer) fail.
DROP FUNCTION app."Nn"(integer);

-- Drops function app.aa(integer).
-- Hazard C402: callers of app.aa(integer) fail.
DROP FUNCTION app.aa(integer);

-- Drops function app.mm(integer).
-- Hazard C402: callers of app.mm(integer) fail.
DROP FUNCTION app.mm(integer);

-- Drops function app.zz(integer).
-- Hazard C402: callers of app.zz(integer) fail.
DROP FUNCTION app.zz(integer);
