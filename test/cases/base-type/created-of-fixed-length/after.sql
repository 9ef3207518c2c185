-- A fixed-length type of elements, passed by value.
CREATE SCHEMA app;
CREATE TYPE app.pair;
CREATE FUNCTION app.pair_in(cstring) RETURNS app.pair LANGUAGE internal IMMUTABLE STRICT AS 'point_in';
CREATE FUNCTION app.pair_out(app.pair) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'point_out';
CREATE TYPE app.pair (INPUT = app.pair_in, OUTPUT = app.pair_out, INTERNALLENGTH = 16, ELEMENT = float8, ALIGNMENT = double);
CREATE TYPE app.small;
CREATE FUNCTION app.small_in(cstring) RETURNS app.small LANGUAGE internal IMMUTABLE STRICT AS 'int2in';
CREATE FUNCTION app.small_out(app.small) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int2out';
CREATE TYPE app.small (INPUT = app.small_in, OUTPUT = app.small_out, LIKE = smallint);
