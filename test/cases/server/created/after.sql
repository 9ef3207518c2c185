-- A server with all its parts.
CREATE FOREIGN DATA WRAPPER books;
CREATE SERVER "North Branch" TYPE 'library' VERSION '2.1' FOREIGN DATA WRAPPER books OPTIONS (host 'north', port '5432');
ALTER SERVER "North Branch" OWNER TO keeper;
GRANT USAGE ON FOREIGN SERVER "North Branch" TO reader;
COMMENT ON SERVER "North Branch" IS 'Opens at nine';
CREATE SERVER south FOREIGN DATA WRAPPER books;
