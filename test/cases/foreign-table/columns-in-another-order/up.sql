-- Undo: lossless

-- Drops view pond.names, because table column pond.ducks.name changes.
-- Locks pond.names (ACCESS EXCLUSIVE).
DROP VIEW pond.names;

-- Drops foreign table pond.ducks; its rows remain on the foreign server.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
DROP FOREIGN TABLE pond.ducks;

-- Recreates foreign table pond.ducks.
CREATE FOREIGN TABLE pond.ducks (
    id bigint,
    born date,
    name text
)
SERVER delta;

-- Recreates view pond.names, because table column pond.ducks.name changes.
CREATE VIEW pond.names AS
 SELECT name
   FROM pond.ducks;
