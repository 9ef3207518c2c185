-- The functions for type modifiers know nothing of the type.
CREATE SCHEMA app;
CREATE FUNCTION app.code_modifier_in(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodin';
CREATE FUNCTION app.code_modifier_out(integer) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodout';
CREATE TYPE app.code;
CREATE FUNCTION app.code_in(cstring, oid, integer) RETURNS app.code LANGUAGE internal IMMUTABLE STRICT AS 'varcharin';
CREATE FUNCTION app.code_out(app.code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varcharout';
CREATE TYPE app.code (
    INPUT = app.code_in, OUTPUT = app.code_out, TYPMOD_IN = app.code_modifier_in, TYPMOD_OUT = app.code_modifier_out,
    LIKE = varchar
);
CREATE TABLE app.parts (code app.code(8) DEFAULT 'A1'::app.code);
