-- U20260309132002__reports_and_portal.sql: undoes part 3 of 5 of plan 52c2426d9fec
-- The undo files of a plan run together, the last version first: only the whole is its inverse.
--
-- Loses no row.
--
-- Hazards, for information:
-- schema:hazard S501: changes privileges on billing
--
-- schema:plan 52c2426d9fec 3/5

-- Sets who may use billing.
REVOKE USAGE ON SCHEMA billing FROM pg_monitor;
