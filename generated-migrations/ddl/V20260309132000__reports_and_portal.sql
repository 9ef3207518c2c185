-- V20260309132000__reports_and_portal.sql: part 1 of 5 of plan 52c2426d9fec
--
-- Locks that block reads or writes:
--   ACCESS EXCLUSIVE on app.jobs
--
-- Undo: lossless; rows that were there before are kept.
--
-- Hazards, for information:
-- schema:hazard S501: changes privileges on billing
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
-- schema:hazard S502: changes which rows of app.jobs policy jobs_request shows or accepts
-- schema:hazard S506: changes what postgres grants on new objects
--
-- schema:plan 52c2426d9fec 1/5
-- schema:before 3-467c712c02cfa132

-- Sets who may use billing (schema/schemas.sql:8).
GRANT USAGE ON SCHEMA billing TO pg_monitor;

-- Creates default privileges in schema billing on tables.
ALTER DEFAULT PRIVILEGES IN SCHEMA billing GRANT SELECT ON TABLES TO pg_monitor;

-- Sets who may use app.customers (schema/app/customers.sql:3).
GRANT SELECT ON TABLE app.customers TO PUBLIC;

-- Sets who may use app.customers.phone (schema/app/customers.sql:7).
GRANT UPDATE (phone) ON TABLE app.customers TO PUBLIC;

-- Sets who may use app.jobs (schema/app/jobs.sql:3).
GRANT SELECT, INSERT ON TABLE app.jobs TO PUBLIC;

-- Creates policy jobs_request ON app.jobs (schema/app/security.sql:20).
-- Locks app.jobs (ACCESS EXCLUSIVE).
CREATE POLICY jobs_request ON app.jobs
    FOR INSERT
    WITH CHECK ((status = 'draft'::app.job_status));

-- Sets who may use app.sites (schema/app/customers.sql:22).
GRANT SELECT, INSERT, UPDATE ON TABLE app.sites TO PUBLIC;

-- Sets who may use app.skills (schema/app/technicians.sql:42).
GRANT SELECT ON TABLE app.skills TO PUBLIC;

-- Sets who may use app.visit_notes (schema/app/jobs.sql:44).
GRANT SELECT ON TABLE app.visit_notes TO PUBLIC;

-- Sets who may use app.visits (schema/app/jobs.sql:25).
GRANT SELECT ON TABLE app.visits TO PUBLIC;

-- Sets who may use billing.contracts (schema/billing/contracts.sql:10).
GRANT SELECT ON TABLE billing.contracts TO pg_monitor;

-- Sets who may use billing.invoice_lines (schema/billing/invoices.sql:25).
GRANT SELECT ON TABLE billing.invoice_lines TO pg_monitor;

-- Sets who may use billing.invoices (schema/billing/invoices.sql:8).
GRANT SELECT ON TABLE billing.invoices TO pg_monitor;

-- Sets who may use billing.payments (schema/billing/invoices.sql:37).
GRANT SELECT ON TABLE billing.payments TO pg_monitor;

-- Sets who may use billing.price_lists (schema/billing/contracts.sql:22).
GRANT SELECT ON TABLE billing.price_lists TO pg_monitor;

-- Sets who may use billing.prices (schema/billing/contracts.sql:28).
GRANT SELECT ON TABLE billing.prices TO pg_monitor;

-- Sets who may use billing.tax_rates (schema/billing/contracts.sql:3).
GRANT SELECT ON TABLE billing.tax_rates TO pg_monitor;

-- Creates view app.job_costs (schema/app/views.sql:36).
CREATE VIEW app.job_costs AS
 SELECT j.id AS job_id,
    COALESCE(p.cost, (0)::numeric) AS parts,
    COALESCE(l.cost, (0)::numeric) AS labour
   FROM ((app.jobs j
     LEFT JOIN ( SELECT jp.job_id,
            sum(((jp.quantity)::numeric * parts.unit_cost)) AS cost
           FROM (app.job_parts jp
             JOIN app.parts ON ((parts.id = jp.part_id)))
          GROUP BY jp.job_id) p ON ((p.job_id = j.id)))
     LEFT JOIN ( SELECT v.job_id,
            sum(((EXTRACT(epoch FROM (v.finished_at - v.arrived_at)) / (3600)::numeric) * t.hourly_cost)) AS cost
           FROM (app.visits v
             JOIN app.technicians t ON ((t.id = v.technician_id)))
          GROUP BY v.job_id) l ON ((l.job_id = j.id)));

-- Describes view app.job_costs (schema/app/views.sql:36).
COMMENT ON VIEW app.job_costs IS 'What a job cost us so far';

-- Creates view app.my_jobs (schema/app/views.sql:29).
CREATE VIEW app.my_jobs WITH (security_invoker = true) AS
 SELECT j.id,
    j.title,
    j.status,
    j.due_on,
    s.label AS site
   FROM (app.jobs j
     JOIN app.sites s ON ((s.id = j.site_id)));

-- Sets who may use app.my_jobs (schema/app/views.sql:29).
GRANT SELECT ON TABLE app.my_jobs TO PUBLIC;

-- Describes view app.my_jobs (schema/app/views.sql:29).
COMMENT ON VIEW app.my_jobs IS 'The customer portal: row security of the tables applies';

-- Creates view app.schedule (schema/app/views.sql:13).
CREATE VIEW app.schedule WITH (security_barrier = true) AS
 SELECT v.id AS visit_id,
    v.technician_id,
    t.name AS technician,
    v.planned,
    v.status,
    j.title,
    j.priority,
    (s.address).city AS city
   FROM (((app.visits v
     JOIN app.technicians t ON ((t.id = v.technician_id)))
     JOIN app.jobs j ON ((j.id = v.job_id)))
     JOIN app.sites s ON ((s.id = j.site_id)))
  WHERE (v.status <> 'cancelled'::app.visit_status);

-- Describes view app.schedule (schema/app/views.sql:13).
COMMENT ON VIEW app.schedule IS 'Who goes where, and when';

-- Creates materialized view app.part_usage (schema/app/views.sql:49).
CREATE MATERIALIZED VIEW app.part_usage AS
 SELECT part_id,
    date_trunc('week'::text, moved_at) AS week,
    (- sum(change)) AS used
   FROM app.stock_movements m
  WHERE (change < (0)::numeric)
  GROUP BY part_id, (date_trunc('week'::text, moved_at))
  WITH DATA;

-- Describes materialized view app.part_usage (schema/app/views.sql:49).
COMMENT ON MATERIALIZED VIEW app.part_usage IS 'For purchasing; refreshed on Mondays';

-- Creates index app.part_usage_key (schema/app/views.sql:55).
CREATE UNIQUE INDEX part_usage_key ON app.part_usage USING btree (part_id, week);
