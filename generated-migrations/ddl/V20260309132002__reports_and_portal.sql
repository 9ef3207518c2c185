-- V20260309132002__reports_and_portal.sql: part 3 of 5 of plan 52c2426d9fec
--
-- Locks that block reads or writes:
--   ACCESS EXCLUSIVE on app.customers
--   ACCESS EXCLUSIVE on app.jobs
--   ACCESS EXCLUSIVE on app.sites
--   ACCESS EXCLUSIVE on app.visit_notes
--   SHARE ROW EXCLUSIVE on app.stock_movements
--   SHARE ROW EXCLUSIVE on app.visits
--
-- Undo: lossless; rows that were there before are kept.
--
-- Hazards, for information:
-- schema:hazard S502: changes which rows of app.customers policy customers_own shows or accepts
-- schema:hazard S502: changes which rows of app.jobs policy jobs_own shows or accepts
-- schema:hazard S502: changes which rows of app.sites policy sites_own shows or accepts
-- schema:hazard S502: changes which rows of app.visit_notes policy visit_notes_for_customers shows or accepts
--
-- schema:plan 52c2426d9fec 3/5

-- Creates trigger customers_touch ON app.customers (schema/app/functions.sql:13).
-- Locks app.customers (SHARE ROW EXCLUSIVE).
CREATE TRIGGER customers_touch BEFORE UPDATE ON app.customers FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION app.touch_updated_at();

-- Creates policy customers_own ON app.customers (schema/app/security.sql:9).
-- Locks app.customers (ACCESS EXCLUSIVE).
CREATE POLICY customers_own ON app.customers
    USING ((id = app.current_customer_id()));

-- Describes policy customers_own ON app.customers (schema/app/security.sql:9).
COMMENT ON POLICY customers_own ON app.customers IS 'A customer is one row to the portal: its own';

-- Creates trigger jobs_touch ON app.jobs (schema/app/functions.sql:15).
-- Locks app.jobs (SHARE ROW EXCLUSIVE).
CREATE TRIGGER jobs_touch BEFORE UPDATE ON app.jobs FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();

-- Creates policy jobs_own ON app.jobs (schema/app/security.sql:17).
-- Locks app.jobs (ACCESS EXCLUSIVE).
CREATE POLICY jobs_own ON app.jobs
    FOR SELECT
    USING ((site_id IN ( SELECT s.id
   FROM app.sites s
  WHERE (s.customer_id = app.current_customer_id()))));

-- Creates policy sites_own ON app.sites (schema/app/security.sql:13).
-- Locks app.sites (ACCESS EXCLUSIVE).
CREATE POLICY sites_own ON app.sites
    USING ((customer_id = app.current_customer_id()))
    WITH CHECK ((customer_id = app.current_customer_id()));

-- Creates trigger stock_movements_append_only ON app.stock_movements (schema/app/functions.sql:41).
-- Locks app.stock_movements (SHARE ROW EXCLUSIVE).
CREATE TRIGGER stock_movements_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON app.stock_movements FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Creates trigger stock_movements_book ON app.stock_movements (schema/app/functions.sql:30).
-- Locks app.stock_movements (SHARE ROW EXCLUSIVE).
CREATE TRIGGER stock_movements_book AFTER INSERT ON app.stock_movements FOR EACH ROW EXECUTE FUNCTION app.book_stock_movement();

-- Describes trigger stock_movements_book ON app.stock_movements (schema/app/functions.sql:30).
COMMENT ON TRIGGER stock_movements_book ON app.stock_movements IS 'Keeps stock_levels';

-- Creates policy visit_notes_for_customers ON app.visit_notes (schema/app/security.sql:23).
-- Locks app.visit_notes (ACCESS EXCLUSIVE).
CREATE POLICY visit_notes_for_customers ON app.visit_notes
    AS RESTRICTIVE
    FOR SELECT
    USING (((NOT is_internal) OR (app.current_customer_id() IS NULL)));

-- Creates trigger visits_close_job ON app.visits (schema/app/functions.sql:55).
-- Locks app.visits (SHARE ROW EXCLUSIVE).
CREATE CONSTRAINT TRIGGER visits_close_job AFTER UPDATE OF status ON app.visits DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.status = 'finished'::app.visit_status)) EXECUTE FUNCTION app.close_job_with_last_visit();

-- Creates trigger visits_touch ON app.visits (schema/app/functions.sql:17).
-- Locks app.visits (SHARE ROW EXCLUSIVE).
CREATE TRIGGER visits_touch BEFORE UPDATE ON app.visits FOR EACH ROW EXECUTE FUNCTION app.touch_updated_at();

-- Creates view app.technician_day (schema/app/views.sql:3).
CREATE VIEW app.technician_day AS
 SELECT technician_id,
    technician,
    (lower(planned))::date AS day,
    count(*) AS visits,
    app.worked_hours(range_agg(planned)) AS planned_hours
   FROM app.schedule s
  GROUP BY technician_id, technician, ((lower(planned))::date);

-- Describes view app.technician_day (schema/app/views.sql:3).
COMMENT ON VIEW app.technician_day IS 'How full a day is';

-- Creates view billing.invoice_totals (schema/billing/reports.sql:13).
CREATE VIEW billing.invoice_totals AS
 SELECT i.id AS invoice_id,
    i.customer_id,
    i.status,
    i.issued_on,
    COALESCE(sum(l.net_amount), (0)::numeric) AS net,
    COALESCE(sum(round((l.net_amount * r.rate), 2)), (0)::numeric) AS tax,
    billing.paid(i.id) AS paid
   FROM ((billing.invoices i
     LEFT JOIN billing.invoice_lines l ON ((l.invoice_id = i.id)))
     LEFT JOIN billing.tax_rates r ON ((r.code = l.tax_code)))
  GROUP BY i.id;

-- Describes billing.invoice_totals.paid (schema/billing/reports.sql:13).
COMMENT ON COLUMN billing.invoice_totals.paid IS 'Payments less refunds';

-- Describes view billing.invoice_totals (schema/billing/reports.sql:13).
COMMENT ON VIEW billing.invoice_totals IS 'Every invoice with its sums';

-- Creates view billing.revenue_by_customer (schema/billing/reports.sql:3).
CREATE VIEW billing.revenue_by_customer AS
 SELECT customer_id,
    (date_trunc('month'::text, (issued_on)::timestamp with time zone))::date AS month,
    sum(net) AS net,
    count(*) AS invoices
   FROM billing.invoice_totals t
  WHERE (status = ANY (ARRAY['sent'::billing.invoice_status, 'paid'::billing.invoice_status]))
  GROUP BY customer_id, (date_trunc('month'::text, (issued_on)::timestamp with time zone));

-- Describes view billing.revenue_by_customer (schema/billing/reports.sql:3).
COMMENT ON VIEW billing.revenue_by_customer IS 'By month of issue';

-- Creates materialized view billing.revenue_by_month (schema/billing/reports.sql:33).
CREATE MATERIALIZED VIEW billing.revenue_by_month AS
 SELECT month,
    sum(net) AS net,
    app.median(net) AS median_per_customer
   FROM billing.revenue_by_customer r
  GROUP BY month
  WITH NO DATA;

-- Sets who may use billing.revenue_by_month (schema/billing/reports.sql:33).
GRANT SELECT ON TABLE billing.revenue_by_month TO PUBLIC;

-- Describes materialized view billing.revenue_by_month (schema/billing/reports.sql:33).
COMMENT ON MATERIALIZED VIEW billing.revenue_by_month IS 'Refreshed every night by billing.close_day()';

-- Creates index billing.revenue_by_month_key (schema/billing/reports.sql:41).
CREATE UNIQUE INDEX revenue_by_month_key ON billing.revenue_by_month USING btree (month);
