-- Undo: lossless

-- Drops view pond.names, because table column pond.ducks.name changes.
-- Locks pond.names (ACCESS EXCLUSIVE).
DROP VIEW pond.names;

-- Drops foreign table pond.ducks; its rows remain on the foreign server.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
DROP FOREIGN TABLE pond.ducks;

-- Recreates foreign table pond.ducks.
CREATE FOREIGN TABLE pond.ducks (
    id bigint OPTIONS (field '1'),
    name text DEFAULT 'duck'::text,
    CONSTRAINT ducks_name_check CHECK ((name <> ''::text))
)
SERVER lake;

-- Changes privileges on foreign table pond.ducks.
GRANT SELECT ON TABLE pond.ducks TO reader;

-- Sets the comment of table column pond.ducks.name.
COMMENT ON COLUMN pond.ducks.name IS 'as it is called';

-- Recreates statistics object pond."both", because foreign table pond.ducks changes.
CREATE STATISTICS pond."both" ON id, name FROM pond.ducks;

-- Recreates trigger noting ON pond.ducks, because foreign table pond.ducks changes.
-- Locks pond.ducks (SHARE ROW EXCLUSIVE).
CREATE TRIGGER noting BEFORE INSERT ON pond.ducks FOR EACH ROW EXECUTE FUNCTION pond.note();

-- Recreates view pond.names, because table column pond.ducks.name changes.
CREATE VIEW pond.names AS
 SELECT name
   FROM pond.ducks;
