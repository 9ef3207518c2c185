-- Changes the owner of range app.hours to postgres.
-- Hazard S504: changes the owner of range app.hours to postgres.
ALTER TYPE app.hours OWNER TO postgres;

-- Changes privileges on range app.hours.
-- Hazard S501: changes privileges on range app.hours.
REVOKE USAGE ON TYPE app.hours FROM reader;

-- Changes privileges on range app.hours.
-- Hazard S501, blocking: changes privileges on range app.hours for every role (PUBLIC).
GRANT USAGE ON TYPE app.hours TO PUBLIC;

-- Sets the comment of range app.hours.
COMMENT ON TYPE app.hours IS 'From and until';
