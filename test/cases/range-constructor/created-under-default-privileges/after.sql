-- Default privileges for functions hold for them, too.
CREATE SCHEMA app;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT EXECUTE ON FUNCTIONS TO writer;
CREATE TYPE app.hours AS RANGE (SUBTYPE = time);
REVOKE EXECUTE ON FUNCTION app.hours(time, time) FROM writer;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app TO reader;
