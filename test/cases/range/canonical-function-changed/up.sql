-- Undo: lossless

-- Drops view app.first_steps, because range app.steps changes.
-- Locks app.first_steps (ACCESS EXCLUSIVE).
-- Hazard C402: queries that read view app.first_steps fail.
DROP VIEW app.first_steps;

-- Drops range app.steps.
DROP TYPE app.steps CASCADE;

-- Creates shell type app.steps, so that its canonical function can name the type.
CREATE TYPE app.steps;

-- Creates function app.new_steps(app.steps).
CREATE FUNCTION app.new_steps(app.steps)
 RETURNS app.steps
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4range_canonical$function$;

-- Recreates range app.steps.
CREATE TYPE app.steps AS RANGE (
    SUBTYPE = integer,
    CANONICAL = app.new_steps,
    MULTIRANGE_TYPE_NAME = app.steps_multirange
);

-- Recreates view app.first_steps, because range app.steps changes.
CREATE VIEW app.first_steps AS
 SELECT app.steps(1, 3) AS steps;

-- Recreates function app.whole_steps(app.steps), because range app.steps changes.
CREATE FUNCTION app.whole_steps(app.steps)
 RETURNS app.steps
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4range_canonical$function$;
