-- Conversions are made anew, and a default leaves its place before the next one takes it
CREATE SCHEMA pond;
CREATE DEFAULT CONVERSION pond.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE DEFAULT CONVERSION pond.another FOR 'UTF8' TO 'KOI8R' FROM utf8_to_koi8r;
CREATE CONVERSION pond.one FOR 'UTF8' TO 'KOI8U' FROM utf8_to_koi8u;
COMMENT ON CONVERSION pond.one IS 'x';
