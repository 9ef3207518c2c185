-- V20260309132003__reports_and_portal.sql: part 4 of 5 of plan 52c2426d9fec
--
-- Undo: lossless; rows that were there before are kept.
--
-- Hazards: none.
--
-- schema:plan 52c2426d9fec 4/5

-- Bodies may refer to what is created further down.
SET LOCAL check_function_bodies = off;

-- Creates procedure billing.close_day(date) (schema/billing/reports.sql:44).
CREATE PROCEDURE billing.close_day(IN day date DEFAULT CURRENT_DATE)
 LANGUAGE plpgsql
AS $procedure$
BEGIN
  UPDATE billing.invoices i
     SET status = 'paid'
    FROM billing.invoice_totals t
   WHERE t.invoice_id = i.id
     AND i.status = 'sent'
     AND i.issued_on <= day
     AND t.paid >= t.net + t.tax;
  REFRESH MATERIALIZED VIEW billing.revenue_by_month;
END
$procedure$;

-- Sets who may use billing.close_day(date) (schema/billing/reports.sql:44).
REVOKE EXECUTE ON PROCEDURE billing.close_day(date) FROM PUBLIC;

-- Describes procedure billing.close_day(date) (schema/billing/reports.sql:44).
COMMENT ON PROCEDURE billing.close_day(date) IS 'Run every night';
