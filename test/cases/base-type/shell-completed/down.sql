-- Drops base type app.tag together with its input and output functions.
DROP TYPE app.tag CASCADE;

-- Recreates base type app.tag.
CREATE TYPE app.tag;

-- Recreates function app.tag_in(cstring), because base type app.tag changes.
CREATE FUNCTION app.tag_in(cstring)
 RETURNS app.tag
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textin$function$;
