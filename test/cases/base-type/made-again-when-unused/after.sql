-- What ALTER TYPE can't change is made anew, with all that depends on it, where no rows do.
CREATE SCHEMA app;
CREATE TYPE app.tag;
CREATE FUNCTION app.tag_in(cstring) RETURNS app.tag LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION app.tag_out(app.tag) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION app.shout(app.tag) RETURNS app.tag LANGUAGE internal IMMUTABLE STRICT AS 'upper';
CREATE TYPE app.tag (INPUT = app.tag_in, OUTPUT = app.tag_out, LIKE = text, CATEGORY = 'T', DEFAULT = 'none');
COMMENT ON FUNCTION app.tag_in(cstring) IS 'Reads a tag';
