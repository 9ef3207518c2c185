-- Undo: lossless

-- Changes the owner of conversion pond.latin to keeper.
-- Hazard S504: changes the owner of conversion pond.latin to keeper.
ALTER CONVERSION pond.latin OWNER TO keeper;

-- Removes the comment of conversion pond.latin.
COMMENT ON CONVERSION pond.latin IS NULL;
