-- Undo: lossless

-- Creates shell type app.code, so that its input and output functions can name the type.
CREATE TYPE app.code;

-- Creates domain app.mark.
CREATE DOMAIN app.mark AS integer;

-- Creates function app.code_in(cstring).
CREATE FUNCTION app.code_in(cstring)
 RETURNS app.code
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;

-- Creates function app.code_out(app.code).
CREATE FUNCTION app.code_out(app.code)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;

-- Creates function app.hash_value(integer).
CREATE FUNCTION app.hash_value(integer)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$hashint4$function$;

-- Creates base type app.code.
CREATE TYPE app.code (
    INTERNALLENGTH = 4,
    INPUT = app.code_in,
    OUTPUT = app.code_out,
    ALIGNMENT = int4,
    STORAGE = plain,
    PASSEDBYVALUE = true
);

-- Creates function app.code_eq(app.code, app.code).
CREATE FUNCTION app.code_eq(app.code, app.code)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4eq$function$;

-- Creates function app.code_hash(app.code).
CREATE FUNCTION app.code_hash(app.code)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$hashint4$function$;

-- Creates operator app.= (app.code, app.code).
CREATE OPERATOR app.= (
    FUNCTION = app.code_eq,
    LEFTARG = app.code,
    RIGHTARG = app.code,
    COMMUTATOR = OPERATOR(app.=),
    HASHES
);

-- Creates operator class app.codes USING hash.
CREATE OPERATOR CLASS app.codes DEFAULT FOR TYPE app.code USING hash FAMILY pg_catalog.integer_ops AS
    OPERATOR 1 app.= (app.code, app.code),
    FUNCTION 1 (app.code, app.code) app.code_hash(app.code);
