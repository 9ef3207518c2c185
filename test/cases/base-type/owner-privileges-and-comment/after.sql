-- Who owns it, who may use it, what is said of it.
CREATE SCHEMA app;
CREATE TYPE app.tag;
CREATE FUNCTION app.tag_in(cstring) RETURNS app.tag LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION app.tag_out(app.tag) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE app.tag (INPUT = app.tag_in, OUTPUT = app.tag_out, LIKE = text);
ALTER TYPE app.tag OWNER TO keeper;
REVOKE USAGE ON TYPE app.tag FROM PUBLIC;
GRANT USAGE ON TYPE app.tag TO reader;
COMMENT ON TYPE app.tag IS 'A word that sorts notes';
