-- U20260309132000__reports_and_portal.sql: undoes part 1 of 4 of plan 8c5d58c40057
-- The undo files of a plan run together, the last version first: only the whole is its inverse.
--
-- Loses no row.
--
-- Hazards, for information:
-- schema:hazard S501: changes privileges on billing
--
-- schema:plan 8c5d58c40057 1/4
-- schema:after daf27c2106e8d717

-- Sets who may use billing.
REVOKE USAGE ON SCHEMA billing FROM pg_monitor;
