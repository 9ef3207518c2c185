-- Alters base type app.tag.
ALTER TYPE app.tag SET (STORAGE = external);

-- Sets the storage of table column app.notes.tag to the new default of its type.
-- Locks app.notes (ACCESS EXCLUSIVE).
ALTER TABLE app.notes ALTER COLUMN tag SET STORAGE EXTERNAL;
