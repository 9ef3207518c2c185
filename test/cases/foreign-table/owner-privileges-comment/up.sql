-- Undo: lossless

-- Changes the owner of foreign table pond.ducks to keeper.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of foreign table pond.ducks to keeper.
ALTER FOREIGN TABLE pond.ducks OWNER TO keeper;

-- Changes privileges on foreign table pond.ducks.
-- Hazard S501: changes privileges on foreign table pond.ducks.
REVOKE INSERT ON TABLE pond.ducks FROM reader;

-- Changes privileges on foreign table pond.ducks.
-- Hazard S501, blocking: changes privileges on foreign table pond.ducks for every role (PUBLIC).
GRANT SELECT ON TABLE pond.ducks TO PUBLIC;

-- Sets the comment of foreign table pond.ducks.
COMMENT ON FOREIGN TABLE pond.ducks IS 'new';

-- Changes privileges on table column pond.ducks.name.
-- Hazard S501: changes privileges on table column pond.ducks.name.
GRANT INSERT (name) ON TABLE pond.ducks TO writer;
