CREATE FOREIGN DATA WRAPPER archive OPTIONS (debug 'true', level '1');
