-- Undo: lossless

-- Creates conversion pond."Koi".
CREATE DEFAULT CONVERSION pond."Koi" FOR 'UTF8' TO 'KOI8R' FROM pg_catalog.utf8_to_koi8r;

-- Creates conversion pond.latin.
CREATE CONVERSION pond.latin FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;

-- Changes the owner of conversion pond.latin to keeper.
ALTER CONVERSION pond.latin OWNER TO keeper;

-- Sets the comment of conversion pond.latin.
COMMENT ON CONVERSION pond.latin IS 'as before';
