-- Gives library to postgres.
-- Hazard S504: postgres owns library.
ALTER SCHEMA library OWNER TO postgres;

-- Says what library is.
COMMENT ON SCHEMA library IS 'Books';
