-- Undo: lossless

-- Changes the owner of range app.hours to keeper.
-- Hazard S504: changes the owner of range app.hours to keeper.
ALTER TYPE app.hours OWNER TO keeper;

-- Changes privileges on range app.hours.
-- Hazard S501: changes privileges on range app.hours.
REVOKE USAGE ON TYPE app.hours FROM PUBLIC;

-- Changes privileges on range app.hours.
-- Hazard S501: changes privileges on range app.hours.
GRANT USAGE ON TYPE app.hours TO reader;

-- Sets the comment of range app.hours.
COMMENT ON TYPE app.hours IS 'From, and until before';
