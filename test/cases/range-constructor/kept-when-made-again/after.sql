-- A range that is made anew keeps who may make values of it.
CREATE SCHEMA app;
CREATE TYPE app.hours AS RANGE (SUBTYPE = time, MULTIRANGE_TYPE_NAME = app.many_hours);
REVOKE EXECUTE ON FUNCTION app.hours(time, time) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hours(time, time) TO reader;
