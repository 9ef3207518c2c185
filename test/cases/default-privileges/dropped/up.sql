-- Undo: lossless

-- Drops default privileges everywhere on tables.
-- Hazard S506: changes privileges on objects that role postgres creates from now on.
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM reader;

-- Drops default privileges everywhere on types.
-- Hazard S506: changes privileges on objects that role postgres creates from now on.
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM reader;
