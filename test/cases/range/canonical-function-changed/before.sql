CREATE SCHEMA app;
CREATE TYPE app.steps;
CREATE FUNCTION app.whole_steps(app.steps) RETURNS app.steps LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE app.steps AS RANGE (SUBTYPE = integer, CANONICAL = app.whole_steps);
CREATE VIEW app.first_steps AS SELECT app.steps(1, 3) AS steps;
