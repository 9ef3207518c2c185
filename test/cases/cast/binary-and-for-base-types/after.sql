-- Casts of a type of one's own: binary-coercible, by text, with one to three arguments.
CREATE CAST (app.tag AS text) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (text AS app.tag) WITHOUT FUNCTION AS ASSIGNMENT;
CREATE CAST (integer AS app.tag) WITH INOUT;
CREATE CAST (app.tag AS bytea) WITH FUNCTION app.tag_bytes(app.tag, integer);
CREATE CAST (app.tag AS app.tag) WITH FUNCTION app.tag_fit(app.tag, integer, boolean) AS IMPLICIT;
COMMENT ON CAST (app.tag AS bytea) IS 'As it is stored';
CREATE TYPE app.tag;
CREATE FUNCTION app.tag_in(cstring, oid, integer) RETURNS app.tag LANGUAGE internal IMMUTABLE STRICT AS 'varcharin';
CREATE FUNCTION app.tag_out(app.tag) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varcharout';
CREATE TYPE app.tag (INPUT = app.tag_in, OUTPUT = app.tag_out, TYPMOD_IN = varchartypmodin, TYPMOD_OUT = varchartypmodout, LIKE = varchar);
CREATE FUNCTION app.tag_fit(app.tag, integer, boolean) RETURNS app.tag LANGUAGE internal IMMUTABLE STRICT AS 'varchar';
CREATE FUNCTION app.tag_bytes(app.tag, integer) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'textsend';
CREATE VIEW app.tagged AS SELECT 'a'::text::app.tag AS tag;
CREATE SCHEMA app;
