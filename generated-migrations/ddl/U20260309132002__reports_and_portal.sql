-- U20260309132002__reports_and_portal.sql: undoes part 3 of 5 of plan d4081a32a2f9
-- The undo files of a plan run together, the last version first: only the whole is its inverse.
--
-- Loses no row.
--
-- Hazards, for information:
-- schema:hazard S501: changes privileges on billing
--
-- schema:plan d4081a32a2f9 3/5

-- Sets who may use billing.
REVOKE USAGE ON SCHEMA billing FROM pg_monitor;
