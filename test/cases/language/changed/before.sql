CREATE FUNCTION handle() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE TRUSTED LANGUAGE plduck HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;
CREATE LANGUAGE plgoose HANDLER handle VALIDATOR plpgsql_validator;
CREATE FUNCTION one() RETURNS integer LANGUAGE plduck AS 'BEGIN RETURN 1; END';
