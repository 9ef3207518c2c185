-- Creates default privileges everywhere on tables.
-- Hazard S506: changes privileges on objects that role postgres creates from now on.
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;

-- Creates default privileges everywhere on types.
-- Hazard S506: changes privileges on objects that role postgres creates from now on.
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TYPES TO reader WITH GRANT OPTION;
