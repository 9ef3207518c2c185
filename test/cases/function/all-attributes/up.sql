-- Undo: lossless

-- Creates enum app.mood.
CREATE TYPE app.mood AS ENUM (
    'glad',
    'sad'
);

-- Creates function app."Trimmed"(text).
CREATE FUNCTION app."Trimmed"(text)
 RETURNS text
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN $$'$$ || trim($1); END $function$;

-- Creates function app.place().
CREATE FUNCTION app.place()
 RETURNS bigint
 LANGUAGE internal
 WINDOW IMMUTABLE
AS $function$window_rank$function$;

-- Creates function app.moods(app.mood[]).
CREATE FUNCTION app.moods(VARIADIC moods app.mood[])
 RETURNS TABLE(mood app.mood, place bigint)
 LANGUAGE sql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO ''
 SET work_mem TO '8MB'
 SET "DateStyle" TO 'iso, mdy'
BEGIN ATOMIC
 SELECT m.m,
     row_number() OVER () AS row_number
    FROM unnest(moods.moods) m(m);
END;

-- Creates function app.support(internal).
CREATE FUNCTION app.support(internal)
 RETURNS internal
 LANGUAGE internal
 STRICT
AS $function$generate_series_int4_support$function$;

-- Creates function app.numbers(integer, integer).
CREATE FUNCTION app.numbers(first integer, last integer DEFAULT 10, OUT number integer)
 RETURNS SETOF integer
 LANGUAGE internal
 IMMUTABLE PARALLEL SAFE STRICT LEAKPROOF COST 3 ROWS 50 SUPPORT app.support
AS $function$generate_series_int4$function$;
