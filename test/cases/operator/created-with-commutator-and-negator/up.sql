-- Undo: lossless

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

-- Creates function app.not_smaller(app.size, app.size).
CREATE FUNCTION app.not_smaller(app.size, app.size)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$enum_ge$function$;

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
    COMMUTATOR = OPERATOR(app.>>),
    NEGATOR = OPERATOR(app.>>=),
    RESTRICT = pg_catalog.scalarltsel,
    JOIN = pg_catalog.scalarltjoinsel
);

-- Sets the comment of operator app.<< (app.size, app.size).
COMMENT ON OPERATOR app.<< (app.size, app.size) IS 'Is smaller than';

-- Creates operator app.>> (app.size, app.size).
CREATE OPERATOR app.>> (
    FUNCTION = app.bigger,
    LEFTARG = app.size,
    RIGHTARG = app.size,
    COMMUTATOR = OPERATOR(app.<<)
);

-- Creates operator app.>>= (app.size, app.size).
CREATE OPERATOR app.>>= (
    FUNCTION = app.not_smaller,
    LEFTARG = app.size,
    RIGHTARG = app.size,
    NEGATOR = OPERATOR(app.<<)
);

-- Creates view app.order_of_sizes.
CREATE VIEW app.order_of_sizes AS
 SELECT ('s'::app.size OPERATOR(app.<<) 'm'::app.size) AS rising;
