-- Undo: lossless

-- Drops view pond.names, because table column pond.ducks.name changes.
-- Locks pond.names (ACCESS EXCLUSIVE).
DROP VIEW pond.names;

-- Drops foreign table pond.ducks; its rows remain on the foreign server.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.ducks fail.
DROP FOREIGN TABLE pond.ducks;

-- Creates table pond.ducks.
CREATE TABLE pond.ducks (
    id bigint NOT NULL,
    name text DEFAULT 'x'::text,
    CONSTRAINT ducks_name_check CHECK ((name <> ''::text))
);

-- Recreates view pond.names, because table column pond.ducks.name changes.
CREATE VIEW pond.names AS
 SELECT name
   FROM pond.ducks;
