-- V20260309132004__reports_and_portal.sql: part 5 of 5 of plan 52c2426d9fec
--
-- Locks that block reads or writes:
--   ACCESS EXCLUSIVE on app.customers
--   ACCESS EXCLUSIVE on app.jobs
--   ACCESS EXCLUSIVE on app.sites
--   ACCESS EXCLUSIVE on app.visit_notes
--
-- Undo: lossless; rows that were there before are kept.
--
-- Hazards, for information:
-- schema:hazard S502: enables row security on app.customers: rows that no policy grants are hidden
-- schema:hazard S502: enables row security on app.jobs: rows that no policy grants are hidden
-- schema:hazard S502: enables row security on app.sites: rows that no policy grants are hidden
-- schema:hazard S502: enables row security on app.visit_notes: rows that no policy grants are hidden
-- schema:hazard S502: changes whether policies bind the owner of app.visit_notes
--
-- schema:plan 52c2426d9fec 5/5
-- schema:after 3-d3d68a9c33d9b79f

-- Enables row security on app.customers (schema/app/customers.sql:3).
-- Locks app.customers (ACCESS EXCLUSIVE).
ALTER TABLE app.customers ENABLE ROW LEVEL SECURITY;

-- Enables row security on app.jobs (schema/app/jobs.sql:3).
-- Locks app.jobs (ACCESS EXCLUSIVE).
ALTER TABLE app.jobs ENABLE ROW LEVEL SECURITY;

-- Enables row security on app.sites (schema/app/customers.sql:22).
-- Locks app.sites (ACCESS EXCLUSIVE).
ALTER TABLE app.sites ENABLE ROW LEVEL SECURITY;

-- Enables row security on app.visit_notes (schema/app/jobs.sql:44).
-- Locks app.visit_notes (ACCESS EXCLUSIVE).
ALTER TABLE app.visit_notes ENABLE ROW LEVEL SECURITY;

-- Policies bind the owner of app.visit_notes (schema/app/jobs.sql:44).
-- Locks app.visit_notes (ACCESS EXCLUSIVE).
ALTER TABLE app.visit_notes FORCE ROW LEVEL SECURITY;
