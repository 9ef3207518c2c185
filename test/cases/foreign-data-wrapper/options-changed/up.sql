-- Undo: lossless

-- Alters foreign-data wrapper archive.
-- Hazard C410: changes how foreign tables of foreign-data wrapper archive are read; queries on them may fail.
ALTER FOREIGN DATA WRAPPER archive OPTIONS (SET level '2', ADD "mixed Case" 'x', DROP debug);
