-- Undo: lossless

-- Drops conversion app.incoming.
DROP CONVERSION app.incoming;

-- Recreates conversion app.incoming.
CREATE CONVERSION app.incoming FOR 'LATIN5' TO 'UTF8' FROM pg_catalog.iso8859_to_utf8;
