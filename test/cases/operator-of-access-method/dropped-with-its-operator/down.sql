-- Creates function app.near(box, box).
CREATE FUNCTION app.near(box, box)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$box_overlap$function$;

-- Creates operator app.~~~ (box, box).
CREATE OPERATOR app.~~~ (
    FUNCTION = app.near,
    LEFTARG = box,
    RIGHTARG = box,
    RESTRICT = pg_catalog.contsel
);

-- Adds operator 3 (box, box) to operator family app.boxes USING gist.
ALTER OPERATOR FAMILY app.boxes USING gist ADD
    OPERATOR 3 app.~~~ (box, box);
