-- The type may stand before what it is made of.
CREATE TABLE app.notes (tag app.tag);
CREATE TYPE app.tag (INPUT = app.tag_in, OUTPUT = app.tag_out, LIKE = text);
CREATE FUNCTION app.tag_out(app.tag) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION app.tag_in(cstring) RETURNS app.tag LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE TYPE app.tag;
CREATE SCHEMA app;
