-- Privileges on members come after their extension and go with it.
GRANT EXECUTE ON FUNCTION similarity(text, text) TO reader;
CREATE EXTENSION pg_trgm;
