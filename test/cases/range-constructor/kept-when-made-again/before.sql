CREATE SCHEMA app;
CREATE TYPE app.hours AS RANGE (SUBTYPE = time);
REVOKE EXECUTE ON FUNCTION app.hours(time, time) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hours(time, time) TO reader;
