-- Undo: lossless

-- Creates shell type app.pair, so that its input and output functions can name the type.
CREATE TYPE app.pair;

-- Creates shell type app.small, so that its input and output functions can name the type.
CREATE TYPE app.small;

-- Creates function app.pair_in(cstring).
CREATE FUNCTION app.pair_in(cstring)
 RETURNS app.pair
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$point_in$function$;

-- Creates function app.pair_out(app.pair).
CREATE FUNCTION app.pair_out(app.pair)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$point_out$function$;

-- Creates function app.small_in(cstring).
CREATE FUNCTION app.small_in(cstring)
 RETURNS app.small
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int2in$function$;

-- Creates function app.small_out(app.small).
CREATE FUNCTION app.small_out(app.small)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int2out$function$;

-- Creates base type app.pair.
CREATE TYPE app.pair (
    INTERNALLENGTH = 16,
    INPUT = app.pair_in,
    OUTPUT = app.pair_out,
    SUBSCRIPT = pg_catalog.raw_array_subscript_handler,
    ELEMENT = double precision,
    ALIGNMENT = double,
    STORAGE = plain
);

-- Creates base type app.small.
CREATE TYPE app.small (
    INTERNALLENGTH = 2,
    INPUT = app.small_in,
    OUTPUT = app.small_out,
    ALIGNMENT = int2,
    STORAGE = plain,
    PASSEDBYVALUE = true
);
