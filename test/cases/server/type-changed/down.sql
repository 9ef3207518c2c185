-- Drops view pond.ids, because table column pond.ducks.id changes.
-- Locks pond.ids (ACCESS EXCLUSIVE).
DROP VIEW pond.ids;

-- Drops foreign table pond.ducks; its rows remain on the foreign server.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
DROP FOREIGN TABLE pond.ducks;

-- Drops user mapping FOR reader SERVER delta, because server delta changes.
-- Hazard C410: connections of reader on server delta fail.
DROP USER MAPPING FOR reader SERVER delta;

-- Drops server delta.
DROP SERVER delta;

-- Recreates server delta.
CREATE SERVER delta TYPE 'oracle' FOREIGN DATA WRAPPER ferry OPTIONS (host 'h');

-- Changes privileges on server delta.
GRANT USAGE ON FOREIGN SERVER delta TO reader;

-- Recreates user mapping FOR reader SERVER delta, because server delta changes.
CREATE USER MAPPING FOR reader SERVER delta OPTIONS ("user" 'r');

-- Recreates foreign table pond.ducks, because server delta changes.
CREATE FOREIGN TABLE pond.ducks (
    id bigint
)
SERVER delta;

-- Recreates view pond.ids, because table column pond.ducks.id changes.
CREATE VIEW pond.ids AS
 SELECT id
   FROM pond.ducks;
