-- Alters foreign-data wrapper archive.
-- Hazard C410: changes how foreign tables of foreign-data wrapper archive are read; queries on them may fail.
ALTER FOREIGN DATA WRAPPER archive OPTIONS (ADD debug 'true', SET level '1', DROP "mixed Case");
