-- Drops aggregate app."least"(text).
-- Hazard C402: queries that use app."least"(text) fail.
DROP AGGREGATE app."least"(text);

-- Drops aggregate app.counted(*).
-- Hazard C402: queries that use app.counted(*) fail.
DROP AGGREGATE app.counted(*);

-- Drops aggregate app.mean(value numeric).
-- Hazard C402: queries that use app.mean(value numeric) fail.
DROP AGGREGATE app.mean(value numeric);

-- Drops aggregate app.middle(double precision ORDER BY anyelement).
-- Hazard C402: queries that use app.middle(double precision ORDER BY anyelement) fail.
DROP AGGREGATE app.middle(double precision ORDER BY anyelement);

-- Drops aggregate app.place(VARIADIC "any" ORDER BY VARIADIC "any").
-- Hazard C402: queries that use app.place(VARIADIC "any" ORDER BY VARIADIC "any") fail.
DROP AGGREGATE app.place(VARIADIC "any" ORDER BY VARIADIC "any");

-- Drops function app.add(internal, numeric).
-- Hazard C402: callers of app.add(internal, numeric) fail.
DROP FUNCTION app.add(internal, numeric);
