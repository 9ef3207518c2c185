-- Changes the owner of subscription ducks to postgres.
-- Hazard S504: changes the owner of subscription ducks to postgres.
ALTER SUBSCRIPTION ducks OWNER TO postgres;

-- Sets the comment of subscription ducks.
COMMENT ON SUBSCRIPTION ducks IS 'old';
