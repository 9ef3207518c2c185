-- Removes the comment of extension hstore.
COMMENT ON EXTENSION hstore IS NULL;
