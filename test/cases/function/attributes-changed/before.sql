CREATE SCHEMA app;
CREATE FUNCTION app.support(internal) RETURNS internal LANGUAGE internal STRICT AS 'generate_series_int4_support';
CREATE FUNCTION app.numbers(integer, integer) RETURNS SETOF integer LANGUAGE internal AS 'generate_series_int4';
CREATE VIEW app.some AS SELECT n FROM app.numbers(1, 3) n;
