-- Undo: lossless

-- Alters foreign-data wrapper archive.
-- Hazard C410: foreign tables of wrapper archive are read otherwise, or fail.
ALTER FOREIGN DATA WRAPPER archive OPTIONS (SET level '2', ADD "mixed Case" 'x', DROP debug);
