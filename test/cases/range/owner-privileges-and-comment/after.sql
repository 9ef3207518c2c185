-- Owner, privileges and comment.
CREATE SCHEMA app;
CREATE TYPE app.hours AS RANGE (SUBTYPE = time);
COMMENT ON TYPE app.hours IS 'From, and until before';
ALTER TYPE app.hours OWNER TO keeper;
GRANT USAGE ON TYPE app.hours TO reader;
REVOKE USAGE ON TYPE app.hours FROM PUBLIC;
