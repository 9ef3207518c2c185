-- Changes the owner of base type app.tag to postgres.
-- Hazard S504: changes the owner of base type app.tag to postgres.
ALTER TYPE app.tag OWNER TO postgres;

-- Changes privileges on base type app.tag.
-- Hazard S501: changes privileges on base type app.tag.
REVOKE USAGE ON TYPE app.tag FROM reader;

-- Changes privileges on base type app.tag.
-- Hazard S501, blocking: changes privileges on base type app.tag for every role (PUBLIC).
GRANT USAGE ON TYPE app.tag TO PUBLIC;

-- Sets the comment of base type app.tag.
COMMENT ON TYPE app.tag IS 'A word';
