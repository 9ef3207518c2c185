-- Changes the owner of schema library to postgres.
-- Hazard S504: changes the owner of schema library to postgres.
ALTER SCHEMA library OWNER TO postgres;

-- Sets the comment of schema library.
COMMENT ON SCHEMA library IS 'Books';
