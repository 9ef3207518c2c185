-- Undo: lossless

-- Changes the owner of subscription ducks to keeper.
-- Hazard S504: changes the owner of subscription ducks to keeper.
ALTER SUBSCRIPTION ducks OWNER TO keeper;

-- Removes the comment of subscription ducks.
COMMENT ON SUBSCRIPTION ducks IS NULL;
