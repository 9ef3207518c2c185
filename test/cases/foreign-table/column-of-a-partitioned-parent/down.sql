-- Drops table column pond.birds.seen.
-- Locks pond.birds, pond.ducks (ACCESS EXCLUSIVE). Loses the values of pond.birds.seen.
-- Hazard D102, blocking: drops column pond.birds.seen with its values.
ALTER TABLE pond.birds DROP COLUMN seen;

-- Changes the type of table column pond.birds.id from bigint to integer.
-- Locks pond.birds, pond.ducks (ACCESS EXCLUSIVE). Rewrites pond.birds and pond.ducks.
-- Hazard A201, blocking: rewrites table pond.birds and its indexes: the type of column id becomes integer.
-- Hazard F304: fails if a value of pond.birds.id is not valid in integer.
-- Hazard C403: cached plans that return pond.birds.id fail once.
ALTER TABLE pond.birds ALTER COLUMN id TYPE integer;

-- Alters table column pond.birds.id.
-- Locks pond.birds, pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C408: allows nulls in pond.birds.id.
ALTER TABLE pond.birds ALTER COLUMN id DROP NOT NULL;
