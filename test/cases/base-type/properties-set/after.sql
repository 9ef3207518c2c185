-- Functions for binary transfer, type modifiers, statistics and subscripts change in place, also while columns use the type.
CREATE SCHEMA app;
CREATE TYPE app.code;
CREATE FUNCTION app.code_in(cstring, oid, integer) RETURNS app.code LANGUAGE internal IMMUTABLE STRICT AS 'varcharin';
CREATE FUNCTION app.code_out(app.code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varcharout';
CREATE FUNCTION app.code_receive(internal, oid, integer) RETURNS app.code LANGUAGE internal STABLE STRICT AS 'varcharrecv';
CREATE FUNCTION app.code_modifier_in(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodin';
CREATE FUNCTION app.code_modifier_out(integer) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodout';
CREATE TYPE app.code (
    INPUT = app.code_in, OUTPUT = app.code_out, RECEIVE = app.code_receive, ANALYZE = array_typanalyze,
    TYPMOD_IN = app.code_modifier_in, TYPMOD_OUT = app.code_modifier_out, LIKE = varchar
);
CREATE TABLE app.parts (id bigint PRIMARY KEY, code app.code);
