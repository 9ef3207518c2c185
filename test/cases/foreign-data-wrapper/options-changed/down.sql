-- Alters foreign-data wrapper archive.
ALTER FOREIGN DATA WRAPPER archive OPTIONS (ADD debug 'true', SET level '1', DROP "mixed Case");
