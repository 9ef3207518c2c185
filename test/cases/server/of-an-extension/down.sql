-- Drops server files.
DROP SERVER files;

-- Drops extension file_fdw.
-- Hazard C402: drops extension file_fdw and all its members.
DROP EXTENSION file_fdw;
