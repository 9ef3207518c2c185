-- Undo: lossless

-- Changes privileges on range constructor app.hours(time without time zone, time without time zone).
-- Hazard S501: changes privileges on range constructor app.hours(time without time zone, time without time zone).
REVOKE EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) FROM PUBLIC;

-- Changes privileges on range constructor app.hours(time without time zone, time without time zone).
-- Hazard S501: changes privileges on range constructor app.hours(time without time zone, time without time zone).
GRANT EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) TO reader;

-- Removes the comment of range constructor app.hours(time without time zone, time without time zone).
COMMENT ON FUNCTION app.hours(time without time zone, time without time zone) IS NULL;

-- Changes the owner of range constructor app.hours(time without time zone, time without time zone, text) to keeper.
-- Hazard S504: changes the owner of range constructor app.hours(time without time zone, time without time zone, text) to keeper.
ALTER FUNCTION app.hours(time without time zone, time without time zone, text) OWNER TO keeper;

-- Changes privileges on range constructor app.hours_multirange(app.hours[]).
-- Hazard S501: changes privileges on range constructor app.hours_multirange(app.hours[]).
REVOKE EXECUTE ON FUNCTION app.hours_multirange(app.hours[]) FROM PUBLIC;
