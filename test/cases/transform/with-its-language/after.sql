-- A transform for a language and a type of one's own
CREATE FUNCTION handle() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE LANGUAGE plduck HANDLER handle;
CREATE DOMAIN weight AS numeric CHECK (VALUE > 0);
CREATE FUNCTION to_duck(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'prsd_lextype';
CREATE TRANSFORM FOR public.plumage LANGUAGE plduck (FROM SQL WITH FUNCTION to_duck(internal));
CREATE TYPE plumage AS ENUM ('grey');
