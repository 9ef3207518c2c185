-- Cost, rows, volatility, support, settings and the rest change in place.
CREATE SCHEMA app;
CREATE FUNCTION app.support(internal) RETURNS internal LANGUAGE internal STRICT AS 'generate_series_int4_support';
CREATE FUNCTION app.numbers(integer, integer) RETURNS SETOF integer
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 3 ROWS 50 SUPPORT app.support SET work_mem = '8MB'
    AS 'generate_series_int4';
CREATE VIEW app.some AS SELECT n FROM app.numbers(1, 3) n;
