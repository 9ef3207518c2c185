-- Undo: lossless

-- Sets the comment of extension hstore.
COMMENT ON EXTENSION hstore IS 'Labels of shelves';
