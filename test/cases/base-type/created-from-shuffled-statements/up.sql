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

-- Creates base type app.tag.
CREATE TYPE app.tag (
    INTERNALLENGTH = VARIABLE,
    INPUT = app.tag_in,
    OUTPUT = app.tag_out,
    ALIGNMENT = int4,
    STORAGE = extended
);

-- Creates table app.notes.
CREATE TABLE app.notes (
    tag app.tag
);
