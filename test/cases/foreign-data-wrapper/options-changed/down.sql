-- Alters foreign-data wrapper archive.
-- Hazard C410: foreign tables of wrapper archive are read otherwise, or fail.
ALTER FOREIGN DATA WRAPPER archive OPTIONS (ADD debug 'true', SET level '1', DROP "mixed Case");
