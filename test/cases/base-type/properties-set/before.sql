CREATE SCHEMA app;
CREATE TYPE app.code;
CREATE FUNCTION app.code_in(cstring, oid, integer) RETURNS app.code LANGUAGE internal IMMUTABLE STRICT AS 'varcharin';
CREATE FUNCTION app.code_out(app.code) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varcharout';
CREATE FUNCTION app.code_send(app.code) RETURNS bytea LANGUAGE internal STABLE STRICT AS 'varcharsend';
CREATE TYPE app.code (INPUT = app.code_in, OUTPUT = app.code_out, SEND = app.code_send, LIKE = varchar);
CREATE TABLE app.parts (id bigint PRIMARY KEY, code app.code);
