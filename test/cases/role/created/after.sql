-- Roles are made with what they may do, before anything that names them.
GRANT SELECT ON shelves TO librarian;
CREATE TABLE shelves ();
CREATE ROLE librarian LOGIN CREATEDB CONNECTION LIMIT 5 VALID UNTIL '2030-01-01 00:00:00+00' IN ROLE staff;
CREATE ROLE staff NOINHERIT CREATEROLE REPLICATION BYPASSRLS;
COMMENT ON ROLE staff IS 'all who work here';
CREATE TABLE cupboards ();
ALTER TABLE cupboards OWNER TO staff;
CREATE POLICY all_of_it ON cupboards TO librarian;
ALTER ROLE librarian SET work_mem = '5MB';
