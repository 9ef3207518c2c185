-- Drops table app.notes.
-- Locks app.notes (ACCESS EXCLUSIVE). Loses the rows of table app.notes.
-- Hazard D101, blocking: drops table app.notes with its rows.
DROP TABLE app.notes;

-- Drops base type app.tag together with its input and output functions.
DROP TYPE app.tag CASCADE;
