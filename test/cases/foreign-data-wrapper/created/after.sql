-- A foreign-data wrapper with all its parts.
CREATE SCHEMA remote;
CREATE FUNCTION remote.check_options(text[], oid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE FOREIGN DATA WRAPPER books VALIDATOR remote.check_options OPTIONS (debug 'true', "Two words" 'it''s');
ALTER FOREIGN DATA WRAPPER books OWNER TO keeper;
GRANT USAGE ON FOREIGN DATA WRAPPER books TO writer WITH GRANT OPTION;
COMMENT ON FOREIGN DATA WRAPPER books IS 'The other library';
CREATE FOREIGN DATA WRAPPER bare;
