-- Drops range app.hours.
DROP TYPE app.hours;

-- Drops range app.words.
DROP TYPE app.words;

-- Recreates range app.hours.
CREATE TYPE app.hours AS RANGE (
    SUBTYPE = time without time zone,
    MULTIRANGE_TYPE_NAME = app.hours_multirange
);

-- Recreates range app.words.
CREATE TYPE app.words AS RANGE (
    SUBTYPE = text,
    MULTIRANGE_TYPE_NAME = app.words_multirange
);
