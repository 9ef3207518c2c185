-- Views on views: the last one is what the management reads.

CREATE VIEW billing.revenue_by_customer AS
SELECT t.customer_id,
       date_trunc('month', t.issued_on)::date AS month,
       sum(t.net) AS net,
       count(*) AS invoices
  FROM billing.invoice_totals t
 WHERE t.status IN ('sent', 'paid')
 GROUP BY t.customer_id, date_trunc('month', t.issued_on);
COMMENT ON VIEW billing.revenue_by_customer IS 'By month of issue';

CREATE VIEW billing.invoice_totals AS
SELECT i.id AS invoice_id,
       i.customer_id,
       i.status,
       i.issued_on,
       coalesce(sum(l.net_amount), 0) AS net,
       coalesce(sum(round(l.net_amount * r.rate, 2)), 0) AS tax,
       billing.paid(i.id) AS paid
  FROM billing.invoices i
  LEFT JOIN billing.invoice_lines l ON l.invoice_id = i.id
  LEFT JOIN billing.tax_rates r ON r.code = l.tax_code
 GROUP BY i.id;
COMMENT ON VIEW billing.invoice_totals IS 'Every invoice with its sums';
COMMENT ON COLUMN billing.invoice_totals.paid IS 'Payments less refunds';

CREATE FUNCTION billing.paid(invoice_id bigint) RETURNS numeric
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT coalesce(sum(p.amount), 0) FROM billing.payments p WHERE p.invoice_id = paid.invoice_id);
COMMENT ON FUNCTION billing.paid(bigint) IS 'Sum of the payments for an invoice';

CREATE MATERIALIZED VIEW billing.revenue_by_month AS
SELECT r.month, sum(r.net) AS net, app.median(r.net) AS median_per_customer
  FROM billing.revenue_by_customer r
 GROUP BY r.month
  WITH NO DATA;
COMMENT ON MATERIALIZED VIEW billing.revenue_by_month IS 'Refreshed every night by billing.close_day()';

-- REFRESH … CONCURRENTLY wants a unique index.
CREATE UNIQUE INDEX revenue_by_month_key ON billing.revenue_by_month (month);
GRANT SELECT ON billing.revenue_by_month TO PUBLIC;

CREATE PROCEDURE billing.close_day(day date DEFAULT current_date)
  LANGUAGE plpgsql
AS $$
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
$$;
COMMENT ON PROCEDURE billing.close_day(date) IS 'Run every night';
REVOKE EXECUTE ON PROCEDURE billing.close_day(date) FROM PUBLIC;
