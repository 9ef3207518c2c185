-- Drops function app."Trimmed"(text).
-- Hazard C402: callers of app."Trimmed"(text) fail.
DROP FUNCTION app."Trimmed"(text);

-- Drops function app.moods(app.mood[]).
-- Hazard C402: callers of app.moods(app.mood[]) fail.
DROP FUNCTION app.moods(app.mood[]);

-- Drops function app.numbers(integer, integer).
-- Hazard C402: callers of app.numbers(integer, integer) fail.
DROP FUNCTION app.numbers(integer, integer);

-- Drops function app.place().
-- Hazard C402: callers of app.place() fail.
DROP FUNCTION app.place();

-- Drops function app.support(internal).
-- Hazard C402: callers of app.support(internal) fail.
DROP FUNCTION app.support(internal);

-- Drops enum app.mood.
DROP TYPE app.mood;
