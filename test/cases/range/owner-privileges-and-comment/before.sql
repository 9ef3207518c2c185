CREATE SCHEMA app;
CREATE TYPE app.hours AS RANGE (SUBTYPE = time);
COMMENT ON TYPE app.hours IS 'From and until';
