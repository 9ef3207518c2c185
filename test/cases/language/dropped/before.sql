CREATE FUNCTION handle() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE LANGUAGE plduck HANDLER handle;
CREATE FUNCTION one() RETURNS integer LANGUAGE plduck AS 'BEGIN RETURN 1; END';
