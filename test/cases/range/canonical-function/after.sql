-- A range is announced to its canonical function.
CREATE SCHEMA app;
CREATE TYPE app.steps AS RANGE (SUBTYPE = integer, CANONICAL = app.whole_steps, SUBTYPE_DIFF = int4range_subdiff);
CREATE FUNCTION app.whole_steps(app.steps) RETURNS app.steps LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE app.steps;
CREATE TABLE app.stairs (id bigint PRIMARY KEY, steps app.steps);
