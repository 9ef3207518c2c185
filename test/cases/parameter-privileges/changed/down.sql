-- Sets who may change app.level.
-- Hazard S501: changes who may set app.level on the whole server.
REVOKE SET ON PARAMETER app.level FROM writer;

-- Sets who may change log_statement.
-- Hazard S501: changes who may set log_statement on the whole server.
REVOKE SET ON PARAMETER log_statement FROM "Front Desk";

-- Sets who may change log_statement.
-- Hazard S501: changes who may set log_statement on the whole server.
REVOKE GRANT OPTION FOR SET ON PARAMETER log_statement FROM reader;

-- Sets who may change work_mem.
GRANT ALL ON PARAMETER work_mem TO writer;
