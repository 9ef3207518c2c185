-- Drops foreign table pond.ducks; its rows stay where they are.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.ducks fail.
DROP FOREIGN TABLE pond.ducks;
