-- Changes the owner of language plduck to postgres.
-- Hazard S504: changes the owner of language plduck to postgres.
ALTER LANGUAGE plduck OWNER TO postgres;

-- Changes privileges on language plduck.
-- Hazard S501, blocking: changes privileges on language plduck for every role (PUBLIC).
GRANT USAGE ON LANGUAGE plduck TO PUBLIC;

-- Changes privileges on language plduck.
-- Hazard S501: changes privileges on language plduck.
GRANT USAGE ON LANGUAGE plduck TO reader WITH GRANT OPTION;

-- Sets the comment of language plduck.
COMMENT ON LANGUAGE plduck IS 'old';
