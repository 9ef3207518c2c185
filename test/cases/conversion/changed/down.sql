-- Drops conversion pond.another.
DROP CONVERSION pond.another;

-- Drops conversion pond.latin.
DROP CONVERSION pond.latin;

-- Drops conversion pond.one.
DROP CONVERSION pond.one;

-- Recreates conversion pond.latin.
CREATE CONVERSION pond.latin FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;

-- Recreates conversion pond.one.
CREATE DEFAULT CONVERSION pond.one FOR 'UTF8' TO 'KOI8R' FROM pg_catalog.utf8_to_koi8r;

-- Sets the comment of conversion pond.one.
COMMENT ON CONVERSION pond.one IS 'x';
