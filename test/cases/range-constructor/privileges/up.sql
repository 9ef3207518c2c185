-- Undo: lossless

-- Sets who may use app.hours(time without time zone, time without time zone).
-- Hazard S501: changes privileges on app.hours(time without time zone, time without time zone).
REVOKE EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) FROM PUBLIC;

-- Sets who may use app.hours(time without time zone, time without time zone).
-- Hazard S501: changes privileges on app.hours(time without time zone, time without time zone).
GRANT EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) TO reader;

-- Removes the comment of app.hours(time without time zone, time without time zone).
COMMENT ON FUNCTION app.hours(time without time zone, time without time zone) IS NULL;

-- Gives app.hours(time without time zone, time without time zone, text) to keeper.
-- Hazard S504: keeper owns app.hours(time without time zone, time without time zone, text).
ALTER FUNCTION app.hours(time without time zone, time without time zone, text) OWNER TO keeper;

-- Sets who may use app.hours_multirange(app.hours[]).
-- Hazard S501: changes privileges on app.hours_multirange(app.hours[]).
REVOKE EXECUTE ON FUNCTION app.hours_multirange(app.hours[]) FROM PUBLIC;
