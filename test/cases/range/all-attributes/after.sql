-- Subtype, operator class, collation, difference and the name of the multirange.
CREATE SCHEMA app;
CREATE TYPE app.words AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C", MULTIRANGE_TYPE_NAME = app.phrases);
CREATE FUNCTION app.minutes(a time, b time) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN extract(epoch FROM a - b) / 60;
CREATE TYPE app.hours AS RANGE (SUBTYPE = time, SUBTYPE_DIFF = app.minutes);
CREATE TABLE app.shifts (id bigint PRIMARY KEY, hours app.hours, breaks app.hours_multirange DEFAULT app.hours_multirange());
COMMENT ON TYPE app.hours IS 'From and until';
ALTER TYPE app.hours OWNER TO keeper;
GRANT USAGE ON TYPE app.hours TO reader;
REVOKE USAGE ON TYPE app.hours FROM PUBLIC;
