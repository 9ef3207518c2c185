-- Creates default privileges for role postgres everywhere on T.
-- Hazard S506: changes what postgres grants on new objects.
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT USAGE ON TYPES TO reader WITH GRANT OPTION;

-- Creates default privileges for role postgres everywhere on r.
-- Hazard S506: changes what postgres grants on new objects.
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT SELECT ON TABLES TO reader;
