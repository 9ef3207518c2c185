-- Gives app.hours to postgres.
-- Hazard S504: postgres owns app.hours.
ALTER TYPE app.hours OWNER TO postgres;

-- Sets who may use app.hours.
-- Hazard S501: changes privileges on app.hours.
REVOKE USAGE ON TYPE app.hours FROM reader;

-- Sets who may use app.hours.
-- Hazard S501: changes privileges on app.hours.
GRANT USAGE ON TYPE app.hours TO PUBLIC;

-- Describes range app.hours.
COMMENT ON TYPE app.hours IS 'From and until';
