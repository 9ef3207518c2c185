-- Undo: lossless

-- Creates range app.hours.
CREATE TYPE app.hours AS RANGE (
    SUBTYPE = time without time zone,
    MULTIRANGE_TYPE_NAME = app.hours_multirange
);

-- Sets who may use app.hours(time without time zone, time without time zone).
REVOKE EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) FROM writer;

-- Sets who may use app.hours(time without time zone, time without time zone).
GRANT EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone) TO reader;

-- Sets who may use app.hours(time without time zone, time without time zone, text).
GRANT EXECUTE ON FUNCTION app.hours(time without time zone, time without time zone, text) TO reader;

-- Sets who may use app.hours_multirange().
GRANT EXECUTE ON FUNCTION app.hours_multirange() TO reader;

-- Sets who may use app.hours_multirange(app.hours).
GRANT EXECUTE ON FUNCTION app.hours_multirange(app.hours) TO reader;

-- Sets who may use app.hours_multirange(app.hours[]).
GRANT EXECUTE ON FUNCTION app.hours_multirange(app.hours[]) TO reader;
