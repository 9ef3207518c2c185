-- Undo: lossless

-- Drops default privileges for role postgres everywhere on T.
-- Hazard S506: changes what postgres grants on new objects.
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE USAGE ON TYPES FROM reader;

-- Drops default privileges for role postgres everywhere on r.
-- Hazard S506: changes what postgres grants on new objects.
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE SELECT ON TABLES FROM reader;
