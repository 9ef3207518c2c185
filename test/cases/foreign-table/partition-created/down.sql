-- Drops foreign table pond.geese; its rows remain on the foreign server.
-- Locks pond.geese (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.geese fail.
DROP FOREIGN TABLE pond.geese;

-- Drops foreign table pond.others; its rows remain on the foreign server.
-- Locks pond.others (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.others fail.
DROP FOREIGN TABLE pond.others;

-- Drops table pond.ducks.
-- Locks pond.ducks, pond.birds (ACCESS EXCLUSIVE). Loses the rows of table pond.ducks.
-- Hazard D101, blocking: drops table pond.ducks with its rows.
DROP TABLE pond.ducks;

-- Drops table pond.birds.
-- Locks pond.birds (ACCESS EXCLUSIVE). Loses the rows of table pond.birds.
-- Hazard D101, blocking: drops table pond.birds with its rows.
DROP TABLE pond.birds;
