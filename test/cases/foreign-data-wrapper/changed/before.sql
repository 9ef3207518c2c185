CREATE FUNCTION check_options(text[], oid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE FOREIGN DATA WRAPPER books VALIDATOR check_options OPTIONS (debug 'true', depth '3', gone 'yes');
CREATE FOREIGN DATA WRAPPER bare;
GRANT USAGE ON FOREIGN DATA WRAPPER books TO reader;
CREATE SERVER branch FOREIGN DATA WRAPPER books;
