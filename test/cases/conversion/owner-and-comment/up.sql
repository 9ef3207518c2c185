-- Undo: lossless

-- Gives pond.latin to keeper.
-- Hazard S504: keeper owns pond.latin.
ALTER CONVERSION pond.latin OWNER TO keeper;

-- Removes the comment of pond.latin.
COMMENT ON CONVERSION pond.latin IS NULL;
