-- Undo: lossless

-- Creates statistics object pond."both".
CREATE STATISTICS pond."both" ON id, name FROM pond.ducks;

-- Alters trigger noting ON pond.ducks.
-- Locks pond.ducks (SHARE ROW EXCLUSIVE).
CREATE OR REPLACE TRIGGER noting AFTER INSERT OR UPDATE ON pond.ducks FOR EACH ROW EXECUTE FUNCTION pond.note();

-- Alters trigger noting ON pond.ducks.
-- Locks pond.ducks (SHARE ROW EXCLUSIVE).
ALTER TABLE pond.ducks ENABLE ALWAYS TRIGGER noting;

-- Creates view pond.names.
CREATE VIEW pond.names AS
 SELECT name
   FROM pond.ducks;
