-- How its values are passed, sorted, separated and subscripted is settled when a type is made.
CREATE SCHEMA app;
CREATE TYPE app.grade;
CREATE FUNCTION app.grade_in(cstring) RETURNS app.grade LANGUAGE internal IMMUTABLE STRICT AS 'int2in';
CREATE FUNCTION app.grade_out(app.grade) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int2out';
CREATE TYPE app.grade (INPUT = app.grade_in, OUTPUT = app.grade_out, INTERNALLENGTH = 2, ALIGNMENT = int2, PASSEDBYVALUE, CATEGORY = 'N', PREFERRED = true, DELIMITER = ';', COLLATABLE = true);
CREATE TYPE app.spot;
CREATE FUNCTION app.spot_in(cstring) RETURNS app.spot LANGUAGE internal IMMUTABLE STRICT AS 'point_in';
CREATE FUNCTION app.spot_out(app.spot) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'point_out';
CREATE TYPE app.spot (INPUT = app.spot_in, OUTPUT = app.spot_out, INTERNALLENGTH = 16, ALIGNMENT = double, ELEMENT = float8);
