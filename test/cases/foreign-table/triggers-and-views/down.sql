-- Drops view pond.names.
-- Locks pond.names (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view pond.names fail.
DROP VIEW pond.names;

-- Drops statistics object pond."both".
DROP STATISTICS pond."both";

-- Alters trigger noting ON pond.ducks.
-- Locks pond.ducks (SHARE ROW EXCLUSIVE).
CREATE OR REPLACE TRIGGER noting BEFORE INSERT ON pond.ducks FOR EACH ROW EXECUTE FUNCTION pond.note();

-- Alters trigger noting ON pond.ducks.
-- Locks pond.ducks (SHARE ROW EXCLUSIVE).
ALTER TABLE pond.ducks ENABLE TRIGGER noting;
