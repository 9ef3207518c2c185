-- A language with its functions, owner, privileges and comment
CREATE FUNCTION handle() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE plduck HANDLER handle INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
ALTER LANGUAGE plduck OWNER TO keeper;
REVOKE USAGE ON LANGUAGE plduck FROM PUBLIC;
GRANT USAGE ON LANGUAGE plduck TO writer;
COMMENT ON LANGUAGE plduck IS 'quacks';
CREATE LANGUAGE plgoose HANDLER plpgsql_call_handler;
CREATE FUNCTION one() RETURNS integer LANGUAGE plduck AS 'BEGIN RETURN 1; END';
