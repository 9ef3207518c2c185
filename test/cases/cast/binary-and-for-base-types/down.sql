-- Drops view app.tagged.
-- Locks app.tagged (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.tagged fail.
DROP VIEW app.tagged;

-- Drops cast (app.tag AS app.tag).
DROP CAST (app.tag AS app.tag);

-- Drops cast (app.tag AS bytea).
DROP CAST (app.tag AS bytea);

-- Drops cast (app.tag AS text).
DROP CAST (app.tag AS text);

-- Drops cast (integer AS app.tag).
DROP CAST (integer AS app.tag);

-- Drops cast (text AS app.tag).
DROP CAST (text AS app.tag);

-- Drops function app.tag_bytes(app.tag, integer).
-- Hazard C402: callers of app.tag_bytes(app.tag, integer) fail.
DROP FUNCTION app.tag_bytes(app.tag, integer);

-- Drops function app.tag_fit(app.tag, integer, boolean).
-- Hazard C402: callers of app.tag_fit(app.tag, integer, boolean) fail.
DROP FUNCTION app.tag_fit(app.tag, integer, boolean);

-- Drops base type app.tag together with its input and output functions.
DROP TYPE app.tag CASCADE;
