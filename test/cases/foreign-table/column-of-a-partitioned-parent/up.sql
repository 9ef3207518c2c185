-- Undo: lossless

-- pond.birds.id: integer becomes bigint.
-- Locks pond.birds (ACCESS EXCLUSIVE). Rewrites pond.birds.
-- Hazard A201, blocking: rewrites table pond.birds and its indexes: column id becomes bigint.
-- Hazard C403: cached plans that return pond.birds.id fail once.
ALTER TABLE pond.birds ALTER COLUMN id TYPE bigint;

-- Alters table column pond.birds.id.
-- Locks pond.birds (ACCESS EXCLUSIVE). Scans pond.birds.
-- Hazard A202: reads all of pond.birds under an ACCESS EXCLUSIVE lock to prove that id has no null.
-- Hazard F301: fails if pond.birds.id holds a null.
ALTER TABLE pond.birds ALTER COLUMN id SET NOT NULL;

-- Creates table column pond.birds.seen.
-- Locks pond.birds (ACCESS EXCLUSIVE).
ALTER TABLE pond.birds ADD COLUMN seen date DEFAULT '2020-01-01'::date;

-- Sets properties of table column pond.ducks.seen.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C410: column seen of foreign table pond.ducks is read otherwise.
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN seen OPTIONS (ADD field '3');
