-- Undo: lossless

-- Changes the owner of base type app.tag to keeper.
-- Hazard S504: changes the owner of base type app.tag to keeper.
ALTER TYPE app.tag OWNER TO keeper;

-- Changes privileges on base type app.tag.
-- Hazard S501: changes privileges on base type app.tag.
REVOKE USAGE ON TYPE app.tag FROM PUBLIC;

-- Changes privileges on base type app.tag.
-- Hazard S501: changes privileges on base type app.tag.
GRANT USAGE ON TYPE app.tag TO reader;

-- Sets the comment of base type app.tag.
COMMENT ON TYPE app.tag IS 'A word that sorts notes';
