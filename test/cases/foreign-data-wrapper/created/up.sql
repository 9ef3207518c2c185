-- Undo: lossless

-- Creates foreign-data wrapper bare.
CREATE FOREIGN DATA WRAPPER bare;

-- Creates function remote.check_options(text[], oid).
CREATE FUNCTION remote.check_options(text[], oid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$ BEGIN END $function$;

-- Creates foreign-data wrapper books.
CREATE FOREIGN DATA WRAPPER books VALIDATOR remote.check_options OPTIONS (debug 'true', "Two words" 'it''s');

-- Changes the owner of foreign-data wrapper books to keeper.
ALTER FOREIGN DATA WRAPPER books OWNER TO keeper;

-- Changes privileges on foreign-data wrapper books.
GRANT USAGE ON FOREIGN DATA WRAPPER books TO writer WITH GRANT OPTION;

-- Sets the comment of foreign-data wrapper books.
COMMENT ON FOREIGN DATA WRAPPER books IS 'The other library';
