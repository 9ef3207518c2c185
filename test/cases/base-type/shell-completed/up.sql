-- Undo: lossless

-- Creates function app.tag_out(app.tag).
CREATE FUNCTION app.tag_out(app.tag)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textout$function$;

-- Alters base type app.tag.
CREATE TYPE app.tag (
    INTERNALLENGTH = VARIABLE,
    INPUT = app.tag_in,
    OUTPUT = app.tag_out,
    ALIGNMENT = int4,
    STORAGE = extended
);
