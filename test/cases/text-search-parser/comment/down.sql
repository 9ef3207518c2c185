-- Removes the comment of text search parser app.words.
COMMENT ON TEXT SEARCH PARSER app.words IS NULL;
