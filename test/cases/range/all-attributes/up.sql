-- Undo: lossless

-- Creates function app.minutes(time without time zone, time without time zone).
CREATE FUNCTION app.minutes(a time without time zone, b time without time zone)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE
RETURN (EXTRACT(epoch FROM (a - b)) / (60)::numeric);

-- Creates range app.hours.
CREATE TYPE app.hours AS RANGE (
    SUBTYPE = time without time zone,
    SUBTYPE_DIFF = app.minutes,
    MULTIRANGE_TYPE_NAME = app.hours_multirange
);

-- Changes the owner of range app.hours to keeper.
ALTER TYPE app.hours OWNER TO keeper;

-- Changes privileges on range app.hours.
REVOKE USAGE ON TYPE app.hours FROM PUBLIC;

-- Changes privileges on range app.hours.
GRANT USAGE ON TYPE app.hours TO reader;

-- Sets the comment of range app.hours.
COMMENT ON TYPE app.hours IS 'From and until';

-- Creates range app.words.
CREATE TYPE app.words AS RANGE (
    SUBTYPE = text,
    SUBTYPE_OPCLASS = pg_catalog.text_pattern_ops,
    COLLATION = pg_catalog."C",
    MULTIRANGE_TYPE_NAME = app.phrases
);

-- Creates table app.shifts.
CREATE TABLE app.shifts (
    id bigint NOT NULL,
    hours app.hours,
    breaks app.hours_multirange DEFAULT app.hours_multirange(),
    CONSTRAINT shifts_pkey PRIMARY KEY (id)
);
