-- Conversions, one of them the default
CREATE SCHEMA pond;
CREATE CONVERSION pond.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE DEFAULT CONVERSION pond."Koi" FOR 'UTF8' TO 'KOI8R' FROM utf8_to_koi8r;
ALTER CONVERSION pond.latin OWNER TO keeper;
COMMENT ON CONVERSION pond.latin IS 'as before';
