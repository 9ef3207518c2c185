CREATE SCHEMA app;
CREATE FUNCTION app.minutes(a time, b time) RETURNS float8 LANGUAGE sql IMMUTABLE RETURN extract(epoch FROM a - b) / 60;
CREATE TYPE app.hours AS RANGE (SUBTYPE = time);
CREATE TYPE app.words AS RANGE (SUBTYPE = text);
