-- A range whose multirange has another name is made anew.
CREATE SCHEMA app;
CREATE TYPE app.hours AS RANGE (SUBTYPE = time, MULTIRANGE_TYPE_NAME = app.many_hours);
