-- Changes privileges on parameter app.level.
-- Hazard S501: changes privileges on parameter app.level of the whole server.
REVOKE SET ON PARAMETER app.level FROM writer;

-- Changes privileges on parameter log_statement.
-- Hazard S501: changes privileges on parameter log_statement of the whole server.
REVOKE SET ON PARAMETER log_statement FROM "Front Desk";

-- Changes privileges on parameter log_statement.
-- Hazard S501: changes privileges on parameter log_statement of the whole server.
REVOKE GRANT OPTION FOR SET ON PARAMETER log_statement FROM reader;

-- Changes privileges on parameter work_mem.
GRANT ALL ON PARAMETER work_mem TO writer;
