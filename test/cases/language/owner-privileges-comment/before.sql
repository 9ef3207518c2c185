CREATE FUNCTION handle() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE plduck HANDLER handle;
COMMENT ON LANGUAGE plduck IS 'old';
GRANT USAGE ON LANGUAGE plduck TO reader WITH GRANT OPTION;
