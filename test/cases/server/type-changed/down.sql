-- Drops view pond.ids, because table column pond.ducks.id changes.
-- Locks pond.ids (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view pond.ids fail.
DROP VIEW pond.ids;

-- Drops foreign table pond.ducks; its rows stay where they are.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard C402: queries that name foreign table pond.ducks fail.
DROP FOREIGN TABLE pond.ducks;

-- Drops user mapping FOR reader SERVER delta, because server delta changes.
-- Hazard C410: reader on server delta can't connect any more.
DROP USER MAPPING FOR reader SERVER delta;

-- Drops server delta.
DROP SERVER delta;

-- Makes again server delta.
CREATE SERVER delta TYPE 'oracle' FOREIGN DATA WRAPPER ferry OPTIONS (host 'h');

-- Sets who may use delta.
-- Hazard S501: changes privileges on delta.
GRANT USAGE ON FOREIGN SERVER delta TO reader;

-- Makes again user mapping FOR reader SERVER delta, because server delta changes.
CREATE USER MAPPING FOR reader SERVER delta OPTIONS ("user" 'r');

-- Makes again foreign table pond.ducks, because server delta changes.
CREATE FOREIGN TABLE pond.ducks (
    id bigint
)
SERVER delta;

-- Makes again view pond.ids, because table column pond.ducks.id changes.
CREATE VIEW pond.ids AS
 SELECT id
   FROM pond.ducks;
