-- A class may join a family of PostgreSQL's.
CREATE SCHEMA app;
CREATE DOMAIN app.mark AS integer;
CREATE FUNCTION app.hash_value(integer) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'hashint4';
CREATE TYPE app.code;
CREATE FUNCTION app.code_in(cstring) RETURNS app.code LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION app.code_out(app.code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE app.code (INPUT = app.code_in, OUTPUT = app.code_out, LIKE = integer);
CREATE FUNCTION app.code_hash(app.code) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'hashint4';
CREATE FUNCTION app.code_eq(app.code, app.code) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4eq';
CREATE OPERATOR app.= (FUNCTION = app.code_eq, LEFTARG = app.code, RIGHTARG = app.code, COMMUTATOR = OPERATOR(app.=), HASHES);
CREATE OPERATOR CLASS app.codes DEFAULT FOR TYPE app.code USING hash FAMILY pg_catalog.integer_ops AS
    OPERATOR 1 app.=, FUNCTION 1 app.code_hash(app.code);
