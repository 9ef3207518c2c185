-- Gives app.search to postgres.
-- Hazard S504: postgres owns app.search.
ALTER TEXT SEARCH CONFIGURATION app.search OWNER TO postgres;

-- Describes text search configuration app.search.
COMMENT ON TEXT SEARCH CONFIGURATION app.search IS 'Words';
