CREATE SCHEMA app;
CREATE TYPE app.tag;
CREATE FUNCTION app.tag_in(cstring) RETURNS app.tag LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION app.tag_out(app.tag) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE app.tag (INPUT = app.tag_in, OUTPUT = app.tag_out, LIKE = text);
CREATE FUNCTION app.shout(app.tag) RETURNS app.tag LANGUAGE internal IMMUTABLE STRICT AS 'upper';
CREATE TABLE app.notes (id bigint PRIMARY KEY, tag app.tag);
CREATE VIEW app.loud AS SELECT id, app.shout(tag) AS tag FROM app.notes;
