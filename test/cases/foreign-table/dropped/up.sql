-- Undo: lossless

-- Drops view pond.names.
-- Locks pond.names (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view pond.names fail.
DROP VIEW pond.names;

-- Drops foreign table pond.ducks; its rows remain on the foreign server.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.ducks fail.
DROP FOREIGN TABLE pond.ducks;
