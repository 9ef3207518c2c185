-- Sets who may use app.hours(time without time zone, time without time zone).
-- Hazard S501: changes privileges on app.hours(time without time zone, time without time zone).
REVOKE EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) FROM reader;

-- Sets who may use app.hours(time without time zone, time without time zone).
-- Hazard S501: changes privileges on app.hours(time without time zone, time without time zone).
GRANT EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) TO PUBLIC;

-- Describes range constructor app.hours(time without time zone, time without time zone).
COMMENT ON FUNCTION app.hours(time without time zone, time without time zone) IS 'From and until';

-- Gives app.hours(time without time zone, time without time zone, text) to postgres.
-- Hazard S504: postgres owns app.hours(time without time zone, time without time zone, text).
ALTER FUNCTION app.hours(time without time zone, time without time zone, text) OWNER TO postgres;

-- Sets who may use app.hours_multirange(app.hours[]).
-- Hazard S501: changes privileges on app.hours_multirange(app.hours[]).
GRANT EXECUTE ON FUNCTION app.hours_multirange(app.hours[]) TO PUBLIC;
