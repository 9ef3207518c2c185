-- Undo: loses data:
--   the values of app.notes.tag

-- Drops view app.loud.
-- Locks app.loud (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.loud fail.
DROP VIEW app.loud;

-- Drops table column app.notes.tag.
-- Locks app.notes (ACCESS EXCLUSIVE). Loses the values of app.notes.tag.
-- Hazard D102, blocking: drops column app.notes.tag with its values.
ALTER TABLE app.notes DROP COLUMN tag;

-- Drops function app.shout(app.tag).
-- Hazard C402: callers of app.shout(app.tag) fail.
DROP FUNCTION app.shout(app.tag);

-- Drops base type app.tag together with its input and output functions.
DROP TYPE app.tag CASCADE;
