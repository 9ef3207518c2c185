-- Undo: lossless

-- Gives app.search to keeper.
-- Hazard S504: keeper owns app.search.
ALTER TEXT SEARCH CONFIGURATION app.search OWNER TO keeper;

-- Removes the comment of app.search.
COMMENT ON TEXT SEARCH CONFIGURATION app.search IS NULL;
