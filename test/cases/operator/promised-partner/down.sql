-- Drops operator app.<< (app.size, app.size).
-- Hazard C402: queries that use app.<< (app.size, app.size) fail.
DROP OPERATOR app.<< (app.size, app.size);

-- Drops shell operator app.>> (app.size, app.size), which was never defined.
DROP OPERATOR IF EXISTS app.>> (app.size, app.size);

-- Drops function app.smaller(app.size, app.size).
-- Hazard C402: callers of app.smaller(app.size, app.size) fail.
DROP FUNCTION app.smaller(app.size, app.size);

-- Drops enum app.size.
DROP TYPE app.size;
