-- Drops range app.hours.
DROP TYPE app.hours;

-- Recreates range app.hours.
CREATE TYPE app.hours AS RANGE (
    SUBTYPE = time without time zone,
    MULTIRANGE_TYPE_NAME = app.hours_multirange
);

-- Changes privileges on range constructor app.hours(time without time zone, time without time zone).
REVOKE EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) FROM PUBLIC;

-- Changes privileges on range constructor app.hours(time without time zone, time without time zone).
GRANT EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) TO reader;
