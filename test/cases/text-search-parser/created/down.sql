-- Drops text search configuration app.plain.
DROP TEXT SEARCH CONFIGURATION app.plain;

-- Drops text search parser app.words.
DROP TEXT SEARCH PARSER app.words;

-- Drops function app.begin(internal, integer).
-- Hazard C402: callers of app.begin(internal, integer) fail.
DROP FUNCTION app.begin(internal, integer);
