-- Undo: lossless

-- Creates publication schema library in outside.
-- Hazard C409: changes what publication outside sends.
ALTER PUBLICATION outside ADD TABLES IN SCHEMA library;
