-- Gives pond.latin to postgres.
-- Hazard S504: postgres owns pond.latin.
ALTER CONVERSION pond.latin OWNER TO postgres;

-- Describes conversion pond.latin.
COMMENT ON CONVERSION pond.latin IS 'x';
