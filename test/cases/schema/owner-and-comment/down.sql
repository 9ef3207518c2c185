-- Gives library to postgres.
-- Hazard S504: postgres owns library.
ALTER SCHEMA library OWNER TO postgres;

-- Describes schema library.
COMMENT ON SCHEMA library IS 'Books';
