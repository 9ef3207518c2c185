-- Owner, privileges and comment of a language change
CREATE FUNCTION handle() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE plduck HANDLER handle;
COMMENT ON LANGUAGE plduck IS 'new';
ALTER LANGUAGE plduck OWNER TO keeper;
REVOKE USAGE ON LANGUAGE plduck FROM PUBLIC;
