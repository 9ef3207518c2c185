-- A base type is announced as a shell, its functions are made, and it is completed.
CREATE SCHEMA app;
CREATE TYPE app.tag;
CREATE FUNCTION app.tag_in(cstring) RETURNS app.tag LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION app.tag_out(app.tag) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION app.tag_receive(internal) RETURNS app.tag LANGUAGE internal STABLE STRICT AS 'textrecv';
CREATE FUNCTION app.tag_send(app.tag) RETURNS bytea LANGUAGE internal STABLE STRICT AS 'textsend';
CREATE TYPE app.tag (
    INPUT = app.tag_in, OUTPUT = app.tag_out, RECEIVE = app.tag_receive, SEND = app.tag_send, ANALYZE = pg_catalog.array_typanalyze,
    INTERNALLENGTH = VARIABLE, STORAGE = external, CATEGORY = 'X', PREFERRED = true, DELIMITER = ';', COLLATABLE = true,
    DEFAULT = 'it''s new'
);
CREATE TABLE app.notes (id bigint PRIMARY KEY, tag app.tag, more app.tag[]);
