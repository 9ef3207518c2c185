-- Creates conversion pond.latin.
CREATE CONVERSION pond.latin FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;
