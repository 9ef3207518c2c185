-- Removes the comment of hstore.
COMMENT ON EXTENSION hstore IS NULL;
