-- An extension is brought to another version and described.
CREATE EXTENSION hstore VERSION '1.8';
COMMENT ON EXTENSION hstore IS 'Labels of shelves';
