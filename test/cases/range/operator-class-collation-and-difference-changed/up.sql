-- Undo: lossless

-- Drops range app.hours.
DROP TYPE app.hours;

-- Drops range app.words.
DROP TYPE app.words;

-- Recreates range app.hours.
CREATE TYPE app.hours AS RANGE (
    SUBTYPE = time without time zone,
    SUBTYPE_DIFF = app.minutes,
    MULTIRANGE_TYPE_NAME = app.hours_multirange
);

-- Recreates range app.words.
CREATE TYPE app.words AS RANGE (
    SUBTYPE = text,
    SUBTYPE_OPCLASS = pg_catalog.text_pattern_ops,
    COLLATION = pg_catalog."C",
    MULTIRANGE_TYPE_NAME = app.words_multirange
);
