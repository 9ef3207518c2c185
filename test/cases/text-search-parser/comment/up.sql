-- Undo: lossless

-- Describes text search parser app.words.
COMMENT ON TEXT SEARCH PARSER app.words IS 'Cuts at blanks';
