-- Changes the owner of conversion pond.latin to postgres.
-- Hazard S504: changes the owner of conversion pond.latin to postgres.
ALTER CONVERSION pond.latin OWNER TO postgres;

-- Sets the comment of conversion pond.latin.
COMMENT ON CONVERSION pond.latin IS 'x';
