-- Drops table column pond.ducks.born.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
ALTER TABLE pond.ducks DROP COLUMN born;
