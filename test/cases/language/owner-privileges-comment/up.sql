-- Undo: lossless

-- Changes the owner of language plduck to keeper.
-- Hazard S504: changes the owner of language plduck to keeper.
ALTER LANGUAGE plduck OWNER TO keeper;

-- Changes privileges on language plduck.
-- Hazard S501: changes privileges on language plduck.
REVOKE USAGE ON LANGUAGE plduck FROM PUBLIC;

-- Changes privileges on language plduck.
-- Hazard S501: changes privileges on language plduck.
REVOKE USAGE ON LANGUAGE plduck FROM reader;

-- Sets the comment of language plduck.
COMMENT ON LANGUAGE plduck IS 'new';
