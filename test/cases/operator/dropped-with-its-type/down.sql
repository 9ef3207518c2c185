-- Creates enum app.size.
CREATE TYPE app.size AS ENUM (
    's',
    'm',
    'l'
);

-- Creates function app.bigger(app.size, app.size).
CREATE FUNCTION app.bigger(app.size, app.size)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$enum_gt$function$;

-- Creates function app.smaller(app.size, app.size).
CREATE FUNCTION app.smaller(app.size, app.size)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$enum_lt$function$;

-- Creates operator app.<< (app.size, app.size).
CREATE OPERATOR app.<< (
    FUNCTION = app.smaller,
    LEFTARG = app.size,
    RIGHTARG = app.size,
    COMMUTATOR = OPERATOR(app.>>)
);

-- Creates operator app.>> (app.size, app.size).
CREATE OPERATOR app.>> (
    FUNCTION = app.bigger,
    LEFTARG = app.size,
    RIGHTARG = app.size,
    COMMUTATOR = OPERATOR(app.<<)
);
