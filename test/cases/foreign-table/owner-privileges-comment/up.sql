-- Undo: lossless

-- Gives pond.ducks to keeper.
-- Hazard S504: keeper owns pond.ducks.
ALTER FOREIGN TABLE pond.ducks OWNER TO keeper;

-- Sets who may use pond.ducks.
-- Hazard S501: changes privileges on pond.ducks.
REVOKE INSERT ON TABLE pond.ducks FROM reader;

-- Sets who may use pond.ducks.
-- Hazard S501: changes privileges on pond.ducks.
GRANT SELECT ON TABLE pond.ducks TO PUBLIC;

-- Describes foreign table pond.ducks.
COMMENT ON FOREIGN TABLE pond.ducks IS 'new';

-- Sets who may use pond.ducks.name.
-- Hazard S501: changes privileges on pond.ducks.name.
GRANT INSERT (name) ON TABLE pond.ducks TO writer;
