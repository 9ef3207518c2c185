-- The portal connects as an ordinary role and says for whom; row security does the rest.

ALTER TABLE app.customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.sites ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.jobs ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.visit_notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.visit_notes FORCE ROW LEVEL SECURITY;

CREATE POLICY customers_own ON app.customers
  USING (id = app.current_customer_id());
COMMENT ON POLICY customers_own ON app.customers IS 'A customer is one row to the portal: its own';

CREATE POLICY sites_own ON app.sites
  USING (customer_id = app.current_customer_id())
  WITH CHECK (customer_id = app.current_customer_id());

CREATE POLICY jobs_own ON app.jobs FOR SELECT
  USING (site_id IN (SELECT s.id FROM app.sites s WHERE s.customer_id = app.current_customer_id()));

CREATE POLICY jobs_request ON app.jobs FOR INSERT
  WITH CHECK (status = 'draft');

CREATE POLICY visit_notes_for_customers ON app.visit_notes AS RESTRICTIVE FOR SELECT
  USING (NOT is_internal OR app.current_customer_id() IS NULL);

GRANT SELECT, UPDATE (phone, preferences) ON app.customers TO PUBLIC;
GRANT SELECT, INSERT, UPDATE ON app.sites TO PUBLIC;
GRANT SELECT, INSERT ON app.jobs TO PUBLIC;
GRANT SELECT ON app.visits, app.visit_notes, app.skills TO PUBLIC;

-- Bookkeeping may be read by monitoring: what is there, and what will come.
GRANT USAGE ON SCHEMA billing TO pg_monitor;
GRANT SELECT ON ALL TABLES IN SCHEMA billing TO pg_monitor;
ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT SELECT ON TABLES TO pg_monitor;
