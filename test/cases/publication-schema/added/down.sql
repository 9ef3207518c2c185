-- Publication outside no longer sends the tables of schema library.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside DROP TABLES IN SCHEMA library;
