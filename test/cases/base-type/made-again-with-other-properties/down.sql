-- Drops base type app.grade together with its input and output functions.
DROP TYPE app.grade CASCADE;

-- Drops base type app.spot together with its input and output functions.
DROP TYPE app.spot CASCADE;

-- Creates shell type app.grade, so that its input and output functions can name the type.
CREATE TYPE app.grade;

-- Creates shell type app.spot, so that its input and output functions can name the type.
CREATE TYPE app.spot;

-- Recreates function app.grade_in(cstring), because base type app.grade changes.
CREATE FUNCTION app.grade_in(cstring)
 RETURNS app.grade
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int2in$function$;

-- Recreates function app.grade_out(app.grade), because base type app.grade changes.
CREATE FUNCTION app.grade_out(app.grade)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int2out$function$;

-- Recreates function app.spot_in(cstring), because base type app.spot changes.
CREATE FUNCTION app.spot_in(cstring)
 RETURNS app.spot
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$point_in$function$;

-- Recreates function app.spot_out(app.spot), because base type app.spot changes.
CREATE FUNCTION app.spot_out(app.spot)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$point_out$function$;

-- Recreates base type app.grade.
CREATE TYPE app.grade (
    INTERNALLENGTH = 2,
    INPUT = app.grade_in,
    OUTPUT = app.grade_out,
    ALIGNMENT = int2,
    STORAGE = plain
);

-- Recreates base type app.spot.
CREATE TYPE app.spot (
    INTERNALLENGTH = 16,
    INPUT = app.spot_in,
    OUTPUT = app.spot_out,
    ALIGNMENT = double,
    STORAGE = plain
);
