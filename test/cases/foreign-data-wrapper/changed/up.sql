-- Undo: lossless

-- Alters foreign-data wrapper bare.
-- Hazard C410: changes how foreign tables of foreign-data wrapper bare are read; queries on them may fail.
ALTER FOREIGN DATA WRAPPER bare VALIDATOR public.check_options;

-- Alters foreign-data wrapper books.
-- Hazard C410: changes how foreign tables of foreign-data wrapper books are read; queries on them may fail.
ALTER FOREIGN DATA WRAPPER books NO VALIDATOR OPTIONS (SET debug 'false', ADD fresh 'a''b', DROP gone);

-- Changes the owner of foreign-data wrapper books to keeper.
-- Hazard S504: changes the owner of foreign-data wrapper books to keeper.
ALTER FOREIGN DATA WRAPPER books OWNER TO keeper;

-- Changes privileges on foreign-data wrapper books.
-- Hazard S501: changes privileges on foreign-data wrapper books.
REVOKE USAGE ON FOREIGN DATA WRAPPER books FROM reader;

-- Changes privileges on foreign-data wrapper books.
-- Hazard S501: changes privileges on foreign-data wrapper books.
GRANT USAGE ON FOREIGN DATA WRAPPER books TO writer;

-- Sets the comment of foreign-data wrapper books.
COMMENT ON FOREIGN DATA WRAPPER books IS 'The other library';
