-- Changes privileges on range constructor app.hours(time without time zone, time without time zone).
-- Hazard S501: changes privileges on range constructor app.hours(time without time zone, time without time zone).
REVOKE EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) FROM reader;

-- Changes privileges on range constructor app.hours(time without time zone, time without time zone).
-- Hazard S501, blocking: changes privileges on range constructor app.hours(time without time zone, time without time zone) for every role (PUBLIC).
GRANT EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) TO PUBLIC;

-- Sets the comment of range constructor app.hours(time without time zone, time without time zone).
COMMENT ON FUNCTION app.hours(time without time zone, time without time zone) IS 'From and until';

-- Changes the owner of range constructor app.hours(time without time zone, time without time zone, text) to
--   postgres.
-- Hazard S504: changes the owner of range constructor app.hours(time without time zone, time without time zone, text) to postgres.
ALTER FUNCTION app.hours(time without time zone, time without time zone, text) OWNER TO postgres;

-- Changes privileges on range constructor app.hours_multirange(app.hours[]).
-- Hazard S501, blocking: changes privileges on range constructor app.hours_multirange(app.hours[]) for every role (PUBLIC).
GRANT EXECUTE ON FUNCTION app.hours_multirange(app.hours[]) TO PUBLIC;
