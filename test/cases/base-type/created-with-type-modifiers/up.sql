-- Undo: lossless

-- Creates function app.code_modifier_in(cstring[]).
CREATE FUNCTION app.code_modifier_in(cstring[])
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varchartypmodin$function$;

-- Creates function app.code_modifier_out(integer).
CREATE FUNCTION app.code_modifier_out(integer)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varchartypmodout$function$;

-- Creates shell type app.code, so that its input and output functions can name the type.
CREATE TYPE app.code;

-- Creates function app.code_in(cstring, oid, integer).
CREATE FUNCTION app.code_in(cstring, oid, integer)
 RETURNS app.code
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varcharin$function$;

-- Creates function app.code_out(app.code).
CREATE FUNCTION app.code_out(app.code)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varcharout$function$;

-- Creates base type app.code.
CREATE TYPE app.code (
    INTERNALLENGTH = VARIABLE,
    INPUT = app.code_in,
    OUTPUT = app.code_out,
    TYPMOD_IN = app.code_modifier_in,
    TYPMOD_OUT = app.code_modifier_out,
    ALIGNMENT = int4,
    STORAGE = extended
);

-- Creates table app.parts.
CREATE TABLE app.parts (
    code app.code(8) DEFAULT 'A1'::app.code(8)
);
