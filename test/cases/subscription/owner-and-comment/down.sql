-- Gives ducks to postgres.
-- Hazard S504: postgres owns ducks.
ALTER SUBSCRIPTION ducks OWNER TO postgres;

-- Describes subscription ducks.
COMMENT ON SUBSCRIPTION ducks IS 'old';
