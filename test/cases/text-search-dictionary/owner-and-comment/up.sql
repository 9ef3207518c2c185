-- Undo: lossless

-- Gives app.plain to keeper.
-- Hazard S504: keeper owns app.plain.
ALTER TEXT SEARCH DICTIONARY app.plain OWNER TO keeper;

-- Removes the comment of app.plain.
COMMENT ON TEXT SEARCH DICTIONARY app.plain IS NULL;
