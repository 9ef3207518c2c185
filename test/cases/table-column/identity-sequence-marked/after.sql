-- The sequence behind an identity column has a comment and is logged.
CREATE TABLE log (id integer GENERATED ALWAYS AS IDENTITY);
COMMENT ON SEQUENCE log_id_seq IS 'never reset';
CREATE UNLOGGED TABLE draft (id integer GENERATED ALWAYS AS IDENTITY);
ALTER SEQUENCE draft_id_seq SET LOGGED;
