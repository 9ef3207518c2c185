-- Drops view pond.born.
-- Locks pond.born (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view pond.born fail.
DROP VIEW pond.born;

-- Drops foreign table pond.ducks; its rows remain on the foreign server.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.ducks fail.
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
CREATE VIEW pond.born AS
 SELECT born
   FROM pond.ducks;
