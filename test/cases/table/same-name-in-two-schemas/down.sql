-- Drops table constraint shelves_id_fkey ON south.shelves.
-- Locks south.shelves, north.shelves (ACCESS EXCLUSIVE).
-- Hazard C408: stops enforcing shelves_id_fkey on south.shelves.
ALTER TABLE south.shelves DROP CONSTRAINT shelves_id_fkey;

-- Drops table column north.shelves.room.
-- Locks north.shelves (ACCESS EXCLUSIVE). Loses the values of north.shelves.room.
-- Hazard D102, blocking: drops column north.shelves.room with its values.
ALTER TABLE north.shelves DROP COLUMN room;
