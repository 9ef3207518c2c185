-- Undo: lossless

-- Alters foreign-data wrapper bare.
-- Hazard C410: foreign tables of wrapper bare are read otherwise, or fail.
ALTER FOREIGN DATA WRAPPER bare VALIDATOR public.check_options;

-- Alters foreign-data wrapper books.
-- Hazard C410: foreign tables of wrapper books are read otherwise, or fail.
ALTER FOREIGN DATA WRAPPER books NO VALIDATOR OPTIONS (SET debug 'false', ADD fresh 'a''b', DROP gone);

-- Gives books to keeper.
-- Hazard S504: keeper owns books.
ALTER FOREIGN DATA WRAPPER books OWNER TO keeper;

-- Sets who may use books.
-- Hazard S501: changes privileges on books.
REVOKE USAGE ON FOREIGN DATA WRAPPER books FROM reader;

-- Sets who may use books.
-- Hazard S501: changes privileges on books.
GRANT USAGE ON FOREIGN DATA WRAPPER books TO writer;

-- Describes foreign-data wrapper books.
COMMENT ON FOREIGN DATA WRAPPER books IS 'The other library';
