-- Gives pond.ducks to postgres.
-- Hazard S504: postgres owns pond.ducks.
ALTER FOREIGN TABLE pond.ducks OWNER TO postgres;

-- Sets who may use pond.ducks.
-- Hazard S501: changes privileges on pond.ducks.
REVOKE SELECT ON TABLE pond.ducks FROM PUBLIC;

-- Sets who may use pond.ducks.
-- Hazard S501: changes privileges on pond.ducks.
GRANT INSERT ON TABLE pond.ducks TO reader;

-- Describes foreign table pond.ducks.
COMMENT ON FOREIGN TABLE pond.ducks IS 'old';

-- Sets who may use pond.ducks.name.
-- Hazard S501: changes privileges on pond.ducks.name.
REVOKE INSERT (name) ON TABLE pond.ducks FROM writer;
