-- A function with everything that CREATE FUNCTION knows.
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('glad', 'sad');
CREATE FUNCTION app.support(internal) RETURNS internal LANGUAGE internal STRICT AS 'generate_series_int4_support';
CREATE FUNCTION app.numbers(first integer, last integer DEFAULT 10, OUT number integer) RETURNS SETOF integer
    LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE COST 3 ROWS 50 SUPPORT app.support AS 'generate_series_int4';
CREATE FUNCTION app.place() RETURNS bigint LANGUAGE internal WINDOW IMMUTABLE AS 'window_rank';
CREATE FUNCTION app.moods(VARIADIC moods app.mood[]) RETURNS TABLE (mood app.mood, place bigint)
    LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = '' SET work_mem = '8MB' SET datestyle TO iso, mdy
    BEGIN ATOMIC
        SELECT m, row_number() OVER () FROM unnest(moods) m;
    END;
CREATE FUNCTION app."Trimmed"(text) RETURNS text LANGUAGE plpgsql AS $body$ BEGIN RETURN $$'$$ || trim($1); END $body$;
