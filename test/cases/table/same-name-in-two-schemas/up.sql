-- Undo: lossless

-- Creates table column north.shelves.room.
-- Locks north.shelves (ACCESS EXCLUSIVE).
ALTER TABLE north.shelves ADD COLUMN room text;

-- Creates table constraint shelves_id_fkey ON south.shelves.
-- Locks south.shelves, north.shelves (SHARE ROW EXCLUSIVE). Scans south.shelves.
-- Hazard A205: blocks writes to south.shelves and to the referenced table while rows are checked.
-- Hazard F303: fails if a row of south.shelves has no matching row in the referenced table.
ALTER TABLE south.shelves ADD CONSTRAINT shelves_id_fkey FOREIGN KEY (id) REFERENCES north.shelves(id);
