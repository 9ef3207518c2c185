-- Drops server files; PostgreSQL refuses while a foreign table or user mapping needs it.
DROP SERVER files;

-- Drops extension file_fdw.
-- Hazard C402: drops extension file_fdw and every object that belongs to it.
DROP EXTENSION file_fdw;
