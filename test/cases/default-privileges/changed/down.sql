-- Drops default privileges for role keeper in schema library on S.
-- Hazard S506: changes what keeper grants on new objects.
ALTER DEFAULT PRIVILEGES FOR ROLE keeper IN SCHEMA library REVOKE USAGE ON SEQUENCES FROM writer;

-- Alters default privileges for role keeper everywhere on r.
-- Hazard S506: changes what keeper grants on new objects.
ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE SELECT ON TABLES FROM reader;

-- Alters default privileges for role keeper everywhere on r.
-- Hazard S506: changes what keeper grants on new objects.
ALTER DEFAULT PRIVILEGES FOR ROLE keeper GRANT INSERT ON TABLES TO writer;

-- Creates default privileges for role postgres everywhere on f.
-- Hazard S506: changes what postgres grants on new objects.
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
