-- Gives plduck to postgres.
-- Hazard S504: postgres owns plduck.
ALTER LANGUAGE plduck OWNER TO postgres;

-- Sets who may use plduck.
-- Hazard S501: changes privileges on plduck.
GRANT USAGE ON LANGUAGE plduck TO PUBLIC;

-- Sets who may use plduck.
-- Hazard S501: changes privileges on plduck.
GRANT USAGE ON LANGUAGE plduck TO reader WITH GRANT OPTION;

-- Describes language plduck.
COMMENT ON LANGUAGE plduck IS 'old';
