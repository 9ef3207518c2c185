-- Alters base type app.tag.
ALTER TYPE app.tag SET (STORAGE = external);

-- Stores app.notes.tag as its type now says.
-- Locks app.notes (ACCESS EXCLUSIVE).
ALTER TABLE app.notes ALTER COLUMN tag SET STORAGE EXTERNAL;
