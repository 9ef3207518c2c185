-- Drops range app.hours.
DROP TYPE app.hours;

-- Recreates range app.hours.
CREATE TYPE app.hours AS RANGE (
    SUBTYPE = time without time zone,
    MULTIRANGE_TYPE_NAME = app.hours_multirange
);
