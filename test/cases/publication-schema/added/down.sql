-- Drops the tables of schema library from publication outside.
-- Hazard C409: changes what publication outside publishes.
ALTER PUBLICATION outside DROP TABLES IN SCHEMA library;
