-- Undo: lossless

-- Drops foreign table pond.ducks; its rows remain on the foreign server.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
DROP FOREIGN TABLE pond.ducks;

-- Recreates foreign table pond.ducks.
CREATE FOREIGN TABLE pond.ducks (
    id bigint,
    label text GENERATED ALWAYS AS (('x'::text || name)) STORED,
    name text
)
SERVER delta;
