-- An extension is described in words of one's own.
CREATE EXTENSION hstore;
COMMENT ON EXTENSION hstore IS 'Labels of shelves';
