-- U20260309132000__reports_and_portal.sql: undoes part 1 of 4 of plan 06c5c35c3bd5
-- The undo files of a plan run together, the last version first: only the whole is its inverse.
--
-- Loses no row.
--
-- Hazards, for information:
-- schema:hazard S501: changes privileges on billing
--
-- schema:plan 06c5c35c3bd5 1/4
-- schema:after 5ff440350910153a

-- Sets who may use billing.
REVOKE USAGE ON SCHEMA billing FROM pg_monitor;
