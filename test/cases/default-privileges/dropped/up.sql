-- Undo: lossless

-- Drops default privileges everywhere on tables.
-- Hazard S506: changes what postgres grants on new objects.
ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM reader;

-- Drops default privileges everywhere on types.
-- Hazard S506: changes what postgres grants on new objects.
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM reader;
