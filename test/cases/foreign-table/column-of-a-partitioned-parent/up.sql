-- Undo: lossless

-- Changes the type of table column pond.birds.id from integer to bigint.
-- Locks pond.birds, pond.ducks (ACCESS EXCLUSIVE). Rewrites pond.birds and pond.ducks.
-- Hazard A201, blocking: rewrites table pond.birds and its indexes: the type of column id becomes bigint.
-- Hazard C403: cached plans that return pond.birds.id fail once.
ALTER TABLE pond.birds ALTER COLUMN id TYPE bigint;

-- Alters table column pond.birds.id.
-- Locks pond.birds, pond.ducks (ACCESS EXCLUSIVE). Scans pond.birds and pond.ducks.
-- Hazard A202: reads all of pond.birds under an ACCESS EXCLUSIVE lock to check that id contains no null.
-- Hazard F301: fails if pond.birds.id contains a null.
ALTER TABLE pond.birds ALTER COLUMN id SET NOT NULL;

-- Creates table column pond.birds.seen.
-- Locks pond.birds, pond.ducks (ACCESS EXCLUSIVE).
ALTER TABLE pond.birds ADD COLUMN seen date DEFAULT '2020-01-01'::date;

-- Sets properties of table column pond.ducks.seen that its CREATE statement can't set.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C410: changes how column seen of foreign table pond.ducks is read.
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN seen OPTIONS (ADD field '3');
