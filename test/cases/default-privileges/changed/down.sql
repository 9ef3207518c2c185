-- Drops default privileges for role keeper in schema library on sequences.
-- Hazard S506: changes privileges on objects that role keeper creates from now on.
ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA library REVOKE USAGE ON SEQUENCES FROM writer;

-- Creates default privileges everywhere on functions.
-- Hazard S506: changes privileges on objects that role postgres creates from now on.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Alters default privileges for role keeper everywhere on tables.
-- Hazard S506: changes privileges on objects that role keeper creates from now on.
ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE SELECT ON TABLES FROM reader;

-- Alters default privileges for role keeper everywhere on tables.
-- Hazard S506: changes privileges on objects that role keeper creates from now on.
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT INSERT ON TABLES TO writer;
