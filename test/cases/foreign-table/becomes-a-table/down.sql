-- Drops view pond.names, because table column pond.ducks.name changes.
-- Locks pond.names (ACCESS EXCLUSIVE).
DROP VIEW pond.names;

-- Drops table pond.ducks.
-- Locks pond.ducks (ACCESS EXCLUSIVE). Loses the rows of table pond.ducks.
-- Hazard D101, blocking: drops table pond.ducks with its rows.
DROP TABLE pond.ducks;

-- Creates foreign table pond.ducks.
CREATE FOREIGN TABLE pond.ducks (
    id bigint OPTIONS (field '1') NOT NULL,
    name text DEFAULT 'x'::text,
    CONSTRAINT ducks_name_check CHECK ((name <> ''::text))
)
SERVER delta;

-- Recreates view pond.names, because table column pond.ducks.name changes.
CREATE VIEW pond.names AS
 SELECT name
   FROM pond.ducks;
