-- A language changes in place: handler, inline, validator, trust
CREATE FUNCTION handle() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE LANGUAGE plduck HANDLER handle VALIDATOR plpgsql_validator;
CREATE TRUSTED LANGUAGE plgoose HANDLER handle INLINE plpgsql_inline_handler;
CREATE FUNCTION one() RETURNS integer LANGUAGE plduck AS 'BEGIN RETURN 1; END';
