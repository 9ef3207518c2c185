CREATE SCHEMA library;
COMMENT ON SCHEMA library IS 'Books';
