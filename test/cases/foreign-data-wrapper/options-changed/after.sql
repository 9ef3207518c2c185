-- Options of a foreign-data wrapper are added, set and dropped.
CREATE FOREIGN DATA WRAPPER archive OPTIONS (level '2', "mixed Case" 'x');
ALTER FOREIGN DATA WRAPPER archive OWNER TO postgres;
