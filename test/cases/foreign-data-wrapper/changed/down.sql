-- Alters foreign-data wrapper bare.
-- Hazard C410: foreign tables of wrapper bare are read otherwise, or fail.
ALTER FOREIGN DATA WRAPPER bare NO VALIDATOR;

-- Alters foreign-data wrapper books.
-- Hazard C410: foreign tables of wrapper books are read otherwise, or fail.
ALTER FOREIGN DATA WRAPPER books VALIDATOR public.check_options OPTIONS (SET debug 'true', ADD gone 'yes', DROP fresh);

-- Gives books to postgres.
-- Hazard S504: postgres owns books.
ALTER FOREIGN DATA WRAPPER books OWNER TO postgres;

-- Sets who may use books.
-- Hazard S501: changes privileges on books.
REVOKE USAGE ON FOREIGN DATA WRAPPER books FROM writer;

-- Sets who may use books.
-- Hazard S501: changes privileges on books.
GRANT USAGE ON FOREIGN DATA WRAPPER books TO reader;

-- Removes the comment of books.
COMMENT ON FOREIGN DATA WRAPPER books IS NULL;
