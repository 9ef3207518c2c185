-- Undo: lossless

-- Describes extension hstore.
COMMENT ON EXTENSION hstore IS 'Labels of shelves';
