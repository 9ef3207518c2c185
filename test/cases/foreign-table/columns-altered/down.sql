-- Drops view pond.born.
-- Locks pond.born (ACCESS EXCLUSIVE).
DROP VIEW pond.born;

-- Drops foreign table pond.ducks; its rows remain on the foreign server.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
DROP FOREIGN TABLE pond.ducks;

-- Recreates foreign table pond.ducks.
CREATE FOREIGN TABLE pond.ducks (
    id integer,
    name text NOT NULL,
    born text,
    gone date,
    size text COLLATE pg_catalog."C",
    kind text,
    label text GENERATED ALWAYS AS (lower(kind)) STORED,
    CONSTRAINT ducks_id_check CHECK ((id > 0))
)
SERVER delta;

-- Recreates view pond.born.
-- Hazard C406: changes what view pond.born returns.
CREATE VIEW pond.born AS
 SELECT born
   FROM pond.ducks;
