-- Changes the owner of text search configuration app.search to postgres.
-- Hazard S504: changes the owner of text search configuration app.search to postgres.
ALTER TEXT SEARCH CONFIGURATION app.search OWNER TO postgres;

-- Sets the comment of text search configuration app.search.
COMMENT ON TEXT SEARCH CONFIGURATION app.search IS 'Words';
