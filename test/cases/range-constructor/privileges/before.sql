CREATE SCHEMA app;
CREATE TYPE app.hours AS RANGE (SUBTYPE = time);
COMMENT ON FUNCTION app.hours(time, time) IS 'From and until';
