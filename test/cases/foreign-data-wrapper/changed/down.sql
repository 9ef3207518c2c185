-- Alters foreign-data wrapper bare.
-- Hazard C410: changes how foreign tables of foreign-data wrapper bare are read; queries on them may fail.
ALTER FOREIGN DATA WRAPPER bare NO VALIDATOR;

-- Alters foreign-data wrapper books.
-- Hazard C410: changes how foreign tables of foreign-data wrapper books are read; queries on them may fail.
ALTER FOREIGN DATA WRAPPER books VALIDATOR public.check_options OPTIONS (SET debug 'true', ADD gone 'yes', DROP fresh);

-- Changes the owner of foreign-data wrapper books to postgres.
-- Hazard S504: changes the owner of foreign-data wrapper books to postgres.
ALTER FOREIGN DATA WRAPPER books OWNER TO postgres;

-- Changes privileges on foreign-data wrapper books.
-- Hazard S501: changes privileges on foreign-data wrapper books.
REVOKE USAGE ON FOREIGN DATA WRAPPER books FROM writer;

-- Changes privileges on foreign-data wrapper books.
-- Hazard S501: changes privileges on foreign-data wrapper books.
GRANT USAGE ON FOREIGN DATA WRAPPER books TO reader;

-- Removes the comment of foreign-data wrapper books.
COMMENT ON FOREIGN DATA WRAPPER books IS NULL;
