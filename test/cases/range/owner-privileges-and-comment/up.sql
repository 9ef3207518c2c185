-- Undo: lossless

-- Gives app.hours to keeper.
-- Hazard S504: keeper owns app.hours.
ALTER TYPE app.hours OWNER TO keeper;

-- Sets who may use app.hours.
-- Hazard S501: changes privileges on app.hours.
REVOKE USAGE ON TYPE app.hours FROM PUBLIC;

-- Sets who may use app.hours.
-- Hazard S501: changes privileges on app.hours.
GRANT USAGE ON TYPE app.hours TO reader;

-- Describes range app.hours.
COMMENT ON TYPE app.hours IS 'From, and until before';
