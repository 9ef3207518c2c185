-- Drops range app.hours.
DROP TYPE app.hours;

-- Makes again range app.hours.
CREATE TYPE app.hours AS RANGE (
    SUBTYPE = time without time zone,
    MULTIRANGE_TYPE_NAME = app.hours_multirange
);

-- Sets who may use app.hours(time without time zone, time without time zone).
-- Hazard S501: changes privileges on app.hours(time without time zone, time without time zone).
REVOKE EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) FROM PUBLIC;

-- Sets who may use app.hours(time without time zone, time without time zone).
-- Hazard S501: changes privileges on app.hours(time without time zone, time without time zone).
GRANT EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) TO reader;
