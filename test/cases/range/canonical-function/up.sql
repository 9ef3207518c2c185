-- Undo: lossless

-- Creates shell type app.steps, so that its canonical function can name the type.
CREATE TYPE app.steps;

-- Creates function app.whole_steps(app.steps).
CREATE FUNCTION app.whole_steps(app.steps)
 RETURNS app.steps
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4range_canonical$function$;

-- Creates range app.steps.
CREATE TYPE app.steps AS RANGE (
    SUBTYPE = integer,
    CANONICAL = app.whole_steps,
    SUBTYPE_DIFF = pg_catalog.int4range_subdiff,
    MULTIRANGE_TYPE_NAME = app.steps_multirange
);

-- Creates table app.stairs.
CREATE TABLE app.stairs (
    id bigint NOT NULL,
    steps app.steps,
    CONSTRAINT stairs_pkey PRIMARY KEY (id)
);
