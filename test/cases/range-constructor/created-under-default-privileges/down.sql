-- Drops range app.hours.
DROP TYPE app.hours;
