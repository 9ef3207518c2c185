-- Changes the owner of text search dictionary app.plain to postgres.
-- Hazard S504: changes the owner of text search dictionary app.plain to postgres.
ALTER TEXT SEARCH DICTIONARY app.plain OWNER TO postgres;

-- Sets the comment of text search dictionary app.plain.
COMMENT ON TEXT SEARCH DICTIONARY app.plain IS 'Words';
