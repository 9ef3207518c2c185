-- Undo: lossless

-- Changes the owner of text search dictionary app.plain to keeper.
-- Hazard S504: changes the owner of text search dictionary app.plain to keeper.
ALTER TEXT SEARCH DICTIONARY app.plain OWNER TO keeper;

-- Removes the comment of text search dictionary app.plain.
COMMENT ON TEXT SEARCH DICTIONARY app.plain IS NULL;
