-- Gives app.tag to postgres.
-- Hazard S504: postgres owns app.tag.
ALTER TYPE app.tag OWNER TO postgres;

-- Sets who may use app.tag.
-- Hazard S501: changes privileges on app.tag.
REVOKE USAGE ON TYPE app.tag FROM reader;

-- Sets who may use app.tag.
-- Hazard S501: changes privileges on app.tag.
GRANT USAGE ON TYPE app.tag TO PUBLIC;

-- Describes base type app.tag.
COMMENT ON TYPE app.tag IS 'A word';
