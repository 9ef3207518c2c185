-- Everything about a foreign-data wrapper changes in place.
CREATE FUNCTION check_options(text[], oid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE FOREIGN DATA WRAPPER books OPTIONS (debug 'false', depth '3', fresh 'a''b');
CREATE FOREIGN DATA WRAPPER bare VALIDATOR check_options;
ALTER FOREIGN DATA WRAPPER books OWNER TO keeper;
GRANT USAGE ON FOREIGN DATA WRAPPER books TO writer;
COMMENT ON FOREIGN DATA WRAPPER books IS 'The other library';
CREATE SERVER branch FOREIGN DATA WRAPPER books;
