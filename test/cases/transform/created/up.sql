-- Undo: lossless

-- Creates transform FOR bigint LANGUAGE sql.
CREATE TRANSFORM FOR bigint LANGUAGE sql (TO SQL WITH FUNCTION pg_catalog.int8recv(internal));

-- Sets the comment of transform FOR bigint LANGUAGE sql.
COMMENT ON TRANSFORM FOR bigint LANGUAGE sql IS 'one way';

-- Creates transform FOR integer LANGUAGE sql.
CREATE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION pg_catalog.prsd_lextype(internal), TO SQL WITH FUNCTION pg_catalog.int4recv(internal));

-- Creates function public.twice(integer).
CREATE FUNCTION public.twice(a integer)
 RETURNS integer
 TRANSFORM FOR TYPE integer
 LANGUAGE sql
AS $function$SELECT a * 2$function$;
