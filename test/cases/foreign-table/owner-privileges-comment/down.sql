-- Changes the owner of foreign table pond.ducks to postgres.
-- Locks pond.ducks (ACCESS EXCLUSIVE).
-- Hazard S504: changes the owner of foreign table pond.ducks to postgres.
ALTER FOREIGN TABLE pond.ducks OWNER TO postgres;

-- Changes privileges on foreign table pond.ducks.
-- Hazard S501: changes privileges on foreign table pond.ducks.
REVOKE SELECT ON TABLE pond.ducks FROM PUBLIC;

-- Changes privileges on foreign table pond.ducks.
-- Hazard S501: changes privileges on foreign table pond.ducks.
GRANT INSERT ON TABLE pond.ducks TO reader;

-- Sets the comment of foreign table pond.ducks.
COMMENT ON FOREIGN TABLE pond.ducks IS 'old';

-- Changes privileges on table column pond.ducks.name.
-- Hazard S501: changes privileges on table column pond.ducks.name.
REVOKE INSERT (name) ON TABLE pond.ducks FROM writer;
