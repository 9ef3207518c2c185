-- Undo: lossless

-- Sets who may change work_mem.
-- Hazard S501: changes who may set work_mem on the whole server.
REVOKE ALL ON PARAMETER work_mem FROM writer;

-- Sets who may change app.level.
GRANT SET ON PARAMETER app.level TO writer;

-- Sets who may change log_statement.
-- Hazard S501: changes who may set log_statement on the whole server.
GRANT SET ON PARAMETER log_statement TO "Front Desk" WITH GRANT OPTION;

-- Sets who may change log_statement.
-- Hazard S501: changes who may set log_statement on the whole server.
GRANT SET ON PARAMETER log_statement TO reader WITH GRANT OPTION;
