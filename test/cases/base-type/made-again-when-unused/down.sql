-- Drops function app.shout(app.tag), because base type app.tag changes.
-- Hazard C402: callers of app.shout(app.tag) fail.
DROP FUNCTION app.shout(app.tag);

-- Drops base type app.tag together with its input and output functions.
DROP TYPE app.tag CASCADE;

-- Announces base type app.tag, so that its functions can name it.
CREATE TYPE app.tag;

-- Makes again function app.tag_in(cstring), because base type app.tag changes.
CREATE FUNCTION app.tag_in(cstring)
 RETURNS app.tag
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textin$function$;

-- Describes function app.tag_in(cstring).
COMMENT ON FUNCTION app.tag_in(cstring) IS 'Reads a tag';

-- Makes again function app.tag_out(app.tag), because base type app.tag changes.
CREATE FUNCTION app.tag_out(app.tag)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textout$function$;

-- Makes again base type app.tag.
CREATE TYPE app.tag (
    INTERNALLENGTH = VARIABLE,
    INPUT = app.tag_in,
    OUTPUT = app.tag_out,
    ALIGNMENT = int4,
    STORAGE = extended
);

-- Makes again function app.shout(app.tag), because base type app.tag changes.
CREATE FUNCTION app.shout(app.tag)
 RETURNS app.tag
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$upper$function$;
