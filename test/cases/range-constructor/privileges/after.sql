-- The functions that make ranges have privileges, owner and comment of their own.
CREATE SCHEMA app;
CREATE TYPE app.hours AS RANGE (SUBTYPE = time);
REVOKE EXECUTE ON FUNCTION app.hours(time, time) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hours(time, time) TO reader;
REVOKE EXECUTE ON FUNCTION app.hours_multirange(app.hours[]) FROM PUBLIC;
ALTER FUNCTION app.hours(time, time, text) OWNER TO keeper;
