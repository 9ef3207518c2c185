-- Drops view app.order_of_sizes.
-- Locks app.order_of_sizes (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.order_of_sizes fail.
DROP VIEW app.order_of_sizes;

-- Drops operator app.<< (app.size, app.size).
-- Hazard C402: queries that use app.<< (app.size, app.size) fail.
DROP OPERATOR app.<< (app.size, app.size);

-- Drops operator app.>> (app.size, app.size).
-- Hazard C402: queries that use app.>> (app.size, app.size) fail.
DROP OPERATOR app.>> (app.size, app.size);

-- Drops operator app.>>= (app.size, app.size).
-- Hazard C402: queries that use app.>>= (app.size, app.size) fail.
DROP OPERATOR app.>>= (app.size, app.size);

-- Drops function app.bigger(app.size, app.size).
-- Hazard C402: callers of app.bigger(app.size, app.size) fail.
DROP FUNCTION app.bigger(app.size, app.size);

-- Drops function app.not_smaller(app.size, app.size).
-- Hazard C402: callers of app.not_smaller(app.size, app.size) fail.
DROP FUNCTION app.not_smaller(app.size, app.size);

-- Drops function app.smaller(app.size, app.size).
-- Hazard C402: callers of app.smaller(app.size, app.size) fail.
DROP FUNCTION app.smaller(app.size, app.size);

-- Drops enum app.size.
DROP TYPE app.size;
