-- Detaches partition pond.geese from pond.birds; its rows stay.
-- Locks pond.geese (ACCESS EXCLUSIVE), pond.birds (ACCESS EXCLUSIVE).
ALTER TABLE pond.birds DETACH PARTITION pond.geese;

-- Drops foreign table pond.swans; its rows stay where they are.
-- Locks pond.swans (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.swans fail.
DROP FOREIGN TABLE pond.swans;

-- Attaches partition pond.ducks to pond.birds.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard F305: fails if a row of the default partition breaks the bound.
ALTER TABLE pond.birds ATTACH PARTITION pond.ducks FOR VALUES IN ('duck');
