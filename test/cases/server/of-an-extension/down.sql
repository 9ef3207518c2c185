-- Drops server files.
DROP SERVER files;

-- Drops extension file_fdw.
-- Hazard C402: drops extension file_fdw and every object that belongs to it.
DROP EXTENSION file_fdw;
