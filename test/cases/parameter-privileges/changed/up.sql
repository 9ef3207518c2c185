-- Undo: lossless

-- Changes privileges on parameter work_mem.
-- Hazard S501: changes privileges on parameter work_mem of the whole server.
REVOKE ALL ON PARAMETER work_mem FROM writer;

-- Changes privileges on parameter app.level.
GRANT SET ON PARAMETER app.level TO writer;

-- Changes privileges on parameter log_statement.
-- Hazard S501: changes privileges on parameter log_statement of the whole server.
GRANT SET ON PARAMETER log_statement TO "Front Desk" WITH GRANT OPTION;

-- Changes privileges on parameter log_statement.
-- Hazard S501: changes privileges on parameter log_statement of the whole server.
GRANT SET ON PARAMETER log_statement TO reader WITH GRANT OPTION;
