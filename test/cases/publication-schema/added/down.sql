-- Drops publication schema library in outside.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside DROP TABLES IN SCHEMA library;
