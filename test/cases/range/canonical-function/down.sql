-- Drops table app.stairs.
-- Locks app.stairs (ACCESS EXCLUSIVE). Loses the rows of table app.stairs.
-- Hazard D101, blocking: drops table app.stairs with its rows.
DROP TABLE app.stairs;

-- Drops range app.steps.
DROP TYPE app.steps CASCADE;
