-- Undo: lossless

-- Creates server "North Branch".
CREATE SERVER "North Branch" TYPE 'library' VERSION '2.1' FOREIGN DATA WRAPPER books OPTIONS (host 'north', port '5432');

-- Changes the owner of server "North Branch" to keeper.
ALTER SERVER "North Branch" OWNER TO keeper;

-- Changes privileges on server "North Branch".
GRANT USAGE ON FOREIGN SERVER "North Branch" TO reader;

-- Sets the comment of server "North Branch".
COMMENT ON SERVER "North Branch" IS 'Opens at nine';

-- Creates server south.
CREATE SERVER south FOREIGN DATA WRAPPER books;
