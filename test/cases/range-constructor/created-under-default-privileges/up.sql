-- Undo: lossless

-- Creates range app.hours.
CREATE TYPE app.hours AS RANGE (
    SUBTYPE = time without time zone,
    MULTIRANGE_TYPE_NAME = app.hours_multirange
);

-- Changes privileges on range constructor app.hours(time without time zone, time without time zone).
REVOKE EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) FROM writer;

-- Changes privileges on range constructor app.hours(time without time zone, time without time zone).
GRANT EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) TO reader;

-- Changes privileges on range constructor app.hours(time without time zone, time without time zone, text).
GRANT EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone, text) TO reader;

-- Changes privileges on range constructor app.hours_multirange().
GRANT EXECUTE ON FUNCTION app.hours_multirange() TO reader;

-- Changes privileges on range constructor app.hours_multirange(app.hours).
GRANT EXECUTE ON FUNCTION app.hours_multirange(app.hours) TO reader;

-- Changes privileges on range constructor app.hours_multirange(app.hours[]).
GRANT EXECUTE ON FUNCTION app.hours_multirange(app.hours[]) TO reader;
