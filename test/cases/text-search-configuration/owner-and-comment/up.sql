-- Undo: lossless

-- Changes the owner of text search configuration app.search to keeper.
-- Hazard S504: changes the owner of text search configuration app.search to keeper.
ALTER TEXT SEARCH CONFIGURATION app.search OWNER TO keeper;

-- Removes the comment of text search configuration app.search.
COMMENT ON TEXT SEARCH CONFIGURATION app.search IS NULL;
