-- Drops table app.shifts.
-- Locks app.shifts (ACCESS EXCLUSIVE). Loses the rows of table app.shifts.
-- Hazard D101, blocking: drops table app.shifts with its rows.
DROP TABLE app.shifts;

-- Drops range app.hours.
DROP TYPE app.hours;

-- Drops range app.words.
DROP TYPE app.words;

-- Drops function app.minutes(time without time zone, time without time zone).
-- Hazard C402: callers of app.minutes(time without time zone, time without time zone) fail.
DROP FUNCTION app.minutes(time without time zone, time without time zone);
