-- Undo: lossless

-- Creates shell type app.tag, so that its input and output functions can name the type.
CREATE TYPE app.tag;

-- Creates function app.tag_in(cstring, oid, integer).
CREATE FUNCTION app.tag_in(cstring, oid, integer)
 RETURNS app.tag
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varcharin$function$;

-- Creates function app.tag_out(app.tag).
CREATE FUNCTION app.tag_out(app.tag)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varcharout$function$;

-- Creates base type app.tag.
CREATE TYPE app.tag (
    INTERNALLENGTH = VARIABLE,
    INPUT = app.tag_in,
    OUTPUT = app.tag_out,
    TYPMOD_IN = pg_catalog.varchartypmodin,
    TYPMOD_OUT = pg_catalog.varchartypmodout,
    ALIGNMENT = int4,
    STORAGE = extended
);

-- Creates cast (app.tag AS text).
CREATE CAST (app.tag AS text) WITHOUT FUNCTION AS IMPLICIT;

-- Creates cast (integer AS app.tag).
CREATE CAST (integer AS app.tag) WITH INOUT;

-- Creates cast (text AS app.tag).
CREATE CAST (text AS app.tag) WITHOUT FUNCTION AS ASSIGNMENT;

-- Creates view app.tagged.
CREATE VIEW app.tagged AS
 SELECT ('a'::text)::app.tag AS tag;

-- Creates function app.tag_bytes(app.tag, integer).
CREATE FUNCTION app.tag_bytes(app.tag, integer)
 RETURNS bytea
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textsend$function$;

-- Creates function app.tag_fit(app.tag, integer, boolean).
CREATE FUNCTION app.tag_fit(app.tag, integer, boolean)
 RETURNS app.tag
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varchar$function$;

-- Creates cast (app.tag AS app.tag).
CREATE CAST (app.tag AS app.tag) WITH FUNCTION app.tag_fit(app.tag, integer, boolean) AS IMPLICIT;

-- Creates cast (app.tag AS bytea).
CREATE CAST (app.tag AS bytea) WITH FUNCTION app.tag_bytes(app.tag, integer);

-- Sets the comment of cast (app.tag AS bytea).
COMMENT ON CAST (app.tag AS bytea) IS 'As it is stored';
