-- Drops operator app.== (app.size, app.size).
-- Hazard C402: queries that use app.== (app.size, app.size) fail.
DROP OPERATOR app.== (app.size, app.size);
