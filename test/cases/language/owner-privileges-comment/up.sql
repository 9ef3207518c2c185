-- Undo: lossless

-- Gives plduck to keeper.
-- Hazard S504: keeper owns plduck.
ALTER LANGUAGE plduck OWNER TO keeper;

-- Sets who may use plduck.
-- Hazard S501: changes privileges on plduck.
REVOKE USAGE ON LANGUAGE plduck FROM PUBLIC;

-- Sets who may use plduck.
-- Hazard S501: changes privileges on plduck.
REVOKE USAGE ON LANGUAGE plduck FROM reader;

-- Describes language plduck.
COMMENT ON LANGUAGE plduck IS 'new';
