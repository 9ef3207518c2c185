-- Undo: lossless

-- Creates shell type app.tag, so that its input and output functions can name the type.
CREATE TYPE app.tag;

-- Creates function app.tag_in(cstring).
CREATE FUNCTION app.tag_in(cstring)
 RETURNS app.tag
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textin$function$;

-- Creates function app.tag_out(app.tag).
CREATE FUNCTION app.tag_out(app.tag)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textout$function$;

-- Creates function app.tag_receive(internal).
CREATE FUNCTION app.tag_receive(internal)
 RETURNS app.tag
 LANGUAGE internal
 STABLE STRICT
AS $function$textrecv$function$;

-- Creates function app.tag_send(app.tag).
CREATE FUNCTION app.tag_send(app.tag)
 RETURNS bytea
 LANGUAGE internal
 STABLE STRICT
AS $function$textsend$function$;

-- Creates base type app.tag.
CREATE TYPE app.tag (
    INTERNALLENGTH = VARIABLE,
    INPUT = app.tag_in,
    OUTPUT = app.tag_out,
    RECEIVE = app.tag_receive,
    SEND = app.tag_send,
    ANALYZE = pg_catalog.array_typanalyze,
    COLLATABLE = true,
    DEFAULT = 'it''s new',
    CATEGORY = 'X',
    PREFERRED = true,
    DELIMITER = ';',
    ALIGNMENT = int4,
    STORAGE = external
);

-- Creates table app.notes.
CREATE TABLE app.notes (
    id bigint NOT NULL,
    tag app.tag,
    more app.tag[],
    CONSTRAINT notes_pkey PRIMARY KEY (id)
);
