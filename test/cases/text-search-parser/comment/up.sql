-- Undo: lossless

-- Sets the comment of text search parser app.words.
COMMENT ON TEXT SEARCH PARSER app.words IS 'Cuts at blanks';
