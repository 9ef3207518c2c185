-- Undo: lossless

-- Gives ducks to keeper.
-- Hazard S504: keeper owns ducks.
ALTER SUBSCRIPTION ducks OWNER TO keeper;

-- Removes the comment of ducks.
COMMENT ON SUBSCRIPTION ducks IS NULL;
