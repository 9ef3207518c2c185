-- Undo: lossless

-- Gives app.tag to keeper.
-- Hazard S504: keeper owns app.tag.
ALTER TYPE app.tag OWNER TO keeper;

-- Sets who may use app.tag.
-- Hazard S501: changes privileges on app.tag.
REVOKE USAGE ON TYPE app.tag FROM PUBLIC;

-- Sets who may use app.tag.
-- Hazard S501: changes privileges on app.tag.
GRANT USAGE ON TYPE app.tag TO reader;

-- Describes base type app.tag.
COMMENT ON TYPE app.tag IS 'A word that sorts notes';
