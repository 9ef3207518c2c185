-- Detaches partition pond.geese from pond.birds; the partition keeps its rows.
-- Locks pond.geese, pond.birds (ACCESS EXCLUSIVE).
ALTER TABLE pond.birds DETACH PARTITION pond.geese;

-- Drops foreign table pond.swans; its rows remain on the foreign server.
-- Locks pond.swans (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.swans fail.
DROP FOREIGN TABLE pond.swans;

-- Attaches partition pond.ducks to pond.birds.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
ALTER TABLE pond.birds ATTACH PARTITION pond.ducks FOR VALUES IN ('duck');
