-- Drops function app.shout(app.tag), because base type app.tag changes.
-- Hazard C402: callers of app.shout(app.tag) fail.
DROP FUNCTION app.shout(app.tag);

-- Drops base type app.tag together with its input and output functions.
DROP TYPE app.tag CASCADE;

-- Creates shell type app.tag, so that its input and output functions can name the type.
CREATE TYPE app.tag;

-- Recreates function app.tag_in(cstring), because base type app.tag changes.
CREATE FUNCTION app.tag_in(cstring)
 RETURNS app.tag
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textin$function$;

-- Sets the comment of function app.tag_in(cstring).
COMMENT ON FUNCTION app.tag_in(cstring) IS 'Reads a tag';

-- Recreates function app.tag_out(app.tag), because base type app.tag changes.
CREATE FUNCTION app.tag_out(app.tag)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textout$function$;

-- Recreates base type app.tag.
CREATE TYPE app.tag (
    INTERNALLENGTH = VARIABLE,
    INPUT = app.tag_in,
    OUTPUT = app.tag_out,
    ALIGNMENT = int4,
    STORAGE = extended
);

-- Recreates function app.shout(app.tag), because base type app.tag changes.
CREATE FUNCTION app.shout(app.tag)
 RETURNS app.tag
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$upper$function$;
