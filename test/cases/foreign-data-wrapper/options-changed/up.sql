-- Undo: lossless

-- Alters foreign-data wrapper archive.
ALTER FOREIGN DATA WRAPPER archive OPTIONS (SET level '2', ADD "mixed Case" 'x', DROP debug);
