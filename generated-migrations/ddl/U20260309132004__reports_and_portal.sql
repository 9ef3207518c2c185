-- U20260309132004__reports_and_portal.sql: undoes part 5 of 5 of plan 52c2426d9fec
-- The undo files of a plan run together, the last version first: only the whole is its inverse.
--
-- Locks that block reads or writes:
--   ACCESS EXCLUSIVE on app.customers
--   ACCESS EXCLUSIVE on app.job_costs
--   ACCESS EXCLUSIVE on app.jobs
--   ACCESS EXCLUSIVE on app.my_jobs
--   ACCESS EXCLUSIVE on app.part_usage
--   ACCESS EXCLUSIVE on app.schedule
--   ACCESS EXCLUSIVE on app.sites
--   ACCESS EXCLUSIVE on app.stock_movements
--   ACCESS EXCLUSIVE on app.technician_day
--   ACCESS EXCLUSIVE on app.visit_notes
--   ACCESS EXCLUSIVE on app.visits
--   ACCESS EXCLUSIVE on billing.invoice_totals
--   ACCESS EXCLUSIVE on billing.revenue_by_customer
--   ACCESS EXCLUSIVE on billing.revenue_by_month
--
-- Loses no row.
--
-- Hazards, refused unless run with --allow S502 or acknowledged here by a line like schema:ack S502 reason="…":
-- schema:hazard S502 blocking: disables row security on app.customers: every row is visible again
-- schema:hazard S502 blocking: disables row security on app.jobs: every row is visible again
-- schema:hazard S502 blocking: disables row security on app.sites: every row is visible again
-- schema:hazard S502 blocking: disables row security on app.visit_notes: every row is visible again
-- schema:hazard A209: materialized view app.part_usage can't be read until it is made again
-- schema:hazard A209: materialized view billing.revenue_by_month can't be read until it is made again
-- schema:hazard C402: queries that read view app.job_costs fail
-- schema:hazard C402: queries that read view app.my_jobs fail
-- schema:hazard C402: queries that read view app.technician_day fail
-- schema:hazard C402: queries that read view app.schedule fail
-- schema:hazard C402: queries that read view billing.revenue_by_customer fail
-- schema:hazard C402: queries that read view billing.invoice_totals fail
-- schema:hazard C407: trigger customers_touch ON app.customers no longer fires
-- schema:hazard C407: trigger jobs_touch ON app.jobs no longer fires
-- schema:hazard C407: trigger stock_movements_append_only ON app.stock_movements no longer fires
-- schema:hazard C407: trigger stock_movements_book ON app.stock_movements no longer fires
-- schema:hazard C407: trigger visits_close_job ON app.visits no longer fires
-- schema:hazard C407: trigger visits_touch ON app.visits no longer fires
-- schema:hazard S501: changes privileges on app.customers
-- schema:hazard S501: changes privileges on app.customers.phone
-- schema:hazard S501: changes privileges on app.jobs
-- schema:hazard S501: changes privileges on app.sites
-- schema:hazard S501: changes privileges on app.skills
-- schema:hazard S501: changes privileges on app.visit_notes
-- schema:hazard S501: changes privileges on app.visits
-- schema:hazard S501: changes privileges on billing.contracts
-- schema:hazard S501: changes privileges on billing.invoice_lines
-- schema:hazard S501: changes privileges on billing.invoices
-- schema:hazard S501: changes privileges on billing.payments
-- schema:hazard S501: changes privileges on billing.price_lists
-- schema:hazard S501: changes privileges on billing.prices
-- schema:hazard S501: changes privileges on billing.tax_rates
-- schema:hazard S502: changes which rows of app.customers policy customers_own shows or accepts
-- schema:hazard S502: changes which rows of app.jobs policy jobs_own shows or accepts
-- schema:hazard S502: changes which rows of app.jobs policy jobs_request shows or accepts
-- schema:hazard S502: changes which rows of app.sites policy sites_own shows or accepts
-- schema:hazard S502: changes which rows of app.visit_notes policy visit_notes_for_customers shows or accepts
-- schema:hazard S502: changes whether policies bind the owner of app.visit_notes
-- schema:hazard S506: changes what postgres grants on new objects
--
-- schema:plan 52c2426d9fec 5/5
-- schema:before 3-d3d68a9c33d9b79f

-- Drops policy customers_own ON app.customers.
-- Locks app.customers (ACCESS EXCLUSIVE).
DROP POLICY customers_own ON app.customers;

-- Drops policy jobs_own ON app.jobs.
-- Locks app.jobs (ACCESS EXCLUSIVE).
DROP POLICY jobs_own ON app.jobs;

-- Drops policy jobs_request ON app.jobs.
-- Locks app.jobs (ACCESS EXCLUSIVE).
DROP POLICY jobs_request ON app.jobs;

-- Drops policy sites_own ON app.sites.
-- Locks app.sites (ACCESS EXCLUSIVE).
DROP POLICY sites_own ON app.sites;

-- Drops policy visit_notes_for_customers ON app.visit_notes.
-- Locks app.visit_notes (ACCESS EXCLUSIVE).
DROP POLICY visit_notes_for_customers ON app.visit_notes;

-- Drops trigger customers_touch ON app.customers.
-- Locks app.customers (ACCESS EXCLUSIVE).
DROP TRIGGER customers_touch ON app.customers;

-- Drops trigger jobs_touch ON app.jobs.
-- Locks app.jobs (ACCESS EXCLUSIVE).
DROP TRIGGER jobs_touch ON app.jobs;

-- Drops trigger stock_movements_append_only ON app.stock_movements.
-- Locks app.stock_movements (ACCESS EXCLUSIVE).
DROP TRIGGER stock_movements_append_only ON app.stock_movements;

-- Drops trigger stock_movements_book ON app.stock_movements.
-- Locks app.stock_movements (ACCESS EXCLUSIVE).
DROP TRIGGER stock_movements_book ON app.stock_movements;

-- Drops trigger visits_close_job ON app.visits.
-- Locks app.visits (ACCESS EXCLUSIVE).
DROP TRIGGER visits_close_job ON app.visits;

-- Drops trigger visits_touch ON app.visits.
-- Locks app.visits (ACCESS EXCLUSIVE).
DROP TRIGGER visits_touch ON app.visits;

-- Drops materialized view app.part_usage.
-- Locks app.part_usage (ACCESS EXCLUSIVE).
DROP MATERIALIZED VIEW app.part_usage;

-- Drops materialized view billing.revenue_by_month.
-- Locks billing.revenue_by_month (ACCESS EXCLUSIVE).
DROP MATERIALIZED VIEW billing.revenue_by_month;

-- Drops view app.job_costs.
-- Locks app.job_costs (ACCESS EXCLUSIVE).
DROP VIEW app.job_costs;

-- Drops view app.my_jobs.
-- Locks app.my_jobs (ACCESS EXCLUSIVE).
DROP VIEW app.my_jobs;

-- Drops view app.technician_day.
-- Locks app.technician_day (ACCESS EXCLUSIVE).
DROP VIEW app.technician_day;

-- Drops view app.schedule.
-- Locks app.schedule (ACCESS EXCLUSIVE).
DROP VIEW app.schedule;

-- Drops view billing.revenue_by_customer.
-- Locks billing.revenue_by_customer (ACCESS EXCLUSIVE).
DROP VIEW billing.revenue_by_customer;

-- Drops view billing.invoice_totals.
-- Locks billing.invoice_totals (ACCESS EXCLUSIVE).
DROP VIEW billing.invoice_totals;

-- Drops default privileges in schema billing on tables.
ALTER DEFAULT PRIVILEGES IN SCHEMA billing REVOKE SELECT ON TABLES FROM pg_monitor;

-- Disables row security on app.customers.
-- Locks app.customers (ACCESS EXCLUSIVE).
ALTER TABLE app.customers DISABLE ROW LEVEL SECURITY;

-- Sets who may use app.customers.
REVOKE SELECT ON TABLE app.customers FROM PUBLIC;

-- Sets who may use app.customers.phone.
REVOKE UPDATE (phone) ON TABLE app.customers FROM PUBLIC;

-- Disables row security on app.jobs.
-- Locks app.jobs (ACCESS EXCLUSIVE).
ALTER TABLE app.jobs DISABLE ROW LEVEL SECURITY;

-- Sets who may use app.jobs.
REVOKE SELECT, INSERT ON TABLE app.jobs FROM PUBLIC;

-- Disables row security on app.sites.
-- Locks app.sites (ACCESS EXCLUSIVE).
ALTER TABLE app.sites DISABLE ROW LEVEL SECURITY;

-- Sets who may use app.sites.
REVOKE SELECT, INSERT, UPDATE ON TABLE app.sites FROM PUBLIC;

-- Sets who may use app.skills.
REVOKE SELECT ON TABLE app.skills FROM PUBLIC;

-- Disables row security on app.visit_notes.
-- Locks app.visit_notes (ACCESS EXCLUSIVE).
ALTER TABLE app.visit_notes DISABLE ROW LEVEL SECURITY;

-- Policies no longer bind the owner of app.visit_notes.
-- Locks app.visit_notes (ACCESS EXCLUSIVE).
ALTER TABLE app.visit_notes NO FORCE ROW LEVEL SECURITY;

-- Sets who may use app.visit_notes.
REVOKE SELECT ON TABLE app.visit_notes FROM PUBLIC;

-- Sets who may use app.visits.
REVOKE SELECT ON TABLE app.visits FROM PUBLIC;

-- Sets who may use billing.contracts.
REVOKE SELECT ON TABLE billing.contracts FROM pg_monitor;

-- Sets who may use billing.invoice_lines.
REVOKE SELECT ON TABLE billing.invoice_lines FROM pg_monitor;

-- Sets who may use billing.invoices.
REVOKE SELECT ON TABLE billing.invoices FROM pg_monitor;

-- Sets who may use billing.payments.
REVOKE SELECT ON TABLE billing.payments FROM pg_monitor;

-- Sets who may use billing.price_lists.
REVOKE SELECT ON TABLE billing.price_lists FROM pg_monitor;

-- Sets who may use billing.prices.
REVOKE SELECT ON TABLE billing.prices FROM pg_monitor;

-- Sets who may use billing.tax_rates.
REVOKE SELECT ON TABLE billing.tax_rates FROM pg_monitor;
