-- Undo: lossless

-- Drops default privileges everywhere on functions.
-- Hazard S506, blocking: changes privileges on objects that role postgres creates from now on: every role gets them (PUBLIC).
ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

-- Alters default privileges for role keeper everywhere on tables.
-- Hazard S506: changes privileges on objects that role keeper creates from now on.
ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE INSERT ON TABLES FROM writer;

-- Alters default privileges for role keeper everywhere on tables.
-- Hazard S506: changes privileges on objects that role keeper creates from now on.
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT SELECT ON TABLES TO reader;

-- Creates default privileges for role keeper in schema library on sequences.
-- Hazard S506: changes privileges on objects that role keeper creates from now on.
ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA library GRANT USAGE ON SEQUENCES TO writer;
