-- A range with another canonical function is made anew where nothing stores it.
CREATE SCHEMA app;
CREATE TYPE app.steps;
CREATE FUNCTION app.whole_steps(app.steps) RETURNS app.steps LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE FUNCTION app.new_steps(app.steps) RETURNS app.steps LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE app.steps AS RANGE (SUBTYPE = integer, CANONICAL = app.new_steps);
CREATE VIEW app.first_steps AS SELECT app.steps(1, 3) AS steps;
