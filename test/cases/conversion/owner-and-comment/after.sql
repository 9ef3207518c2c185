-- Owner and comment of a conversion change
CREATE SCHEMA pond;
CREATE CONVERSION pond.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION pond.latin OWNER TO keeper;
