-- Drops table pond.drakes.
-- Locks pond.drakes (ACCESS EXCLUSIVE). Loses the rows of table pond.drakes.
-- Hazard D101, blocking: drops table pond.drakes with its rows.
DROP TABLE pond.drakes;

-- Drops foreign table pond.ducks; its rows remain on the foreign server.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.ducks fail.
DROP FOREIGN TABLE pond.ducks;
