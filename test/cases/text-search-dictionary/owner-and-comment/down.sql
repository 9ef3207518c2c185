-- Gives app.plain to postgres.
-- Hazard S504: postgres owns app.plain.
ALTER TEXT SEARCH DICTIONARY app.plain OWNER TO postgres;

-- Describes text search dictionary app.plain.
COMMENT ON TEXT SEARCH DICTIONARY app.plain IS 'Words';
