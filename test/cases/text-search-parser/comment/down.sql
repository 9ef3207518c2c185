-- Removes the comment of app.words.
COMMENT ON TEXT SEARCH PARSER app.words IS NULL;
