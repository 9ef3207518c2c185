-- What a job becomes when it is done.

CREATE TYPE billing.invoice_status AS ENUM ('draft', 'sent', 'paid', 'void');

CREATE SEQUENCE billing.invoice_numbers START WITH 260001;
COMMENT ON SEQUENCE billing.invoice_numbers IS 'The first two digits are the year in which the sequence was reset';

CREATE TABLE billing.invoices (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number text NOT NULL UNIQUE DEFAULT 'INV-' || nextval('billing.invoice_numbers'),
  customer_id bigint NOT NULL REFERENCES app.customers,
  job_id bigint REFERENCES app.jobs,
  status billing.invoice_status NOT NULL DEFAULT 'draft',
  issued_on date,
  due_on date,
  currency char(3) NOT NULL DEFAULT 'EUR',
  notes text,
  CONSTRAINT invoices_sent_has_dates CHECK (status = 'draft' OR (issued_on IS NOT NULL AND due_on >= issued_on))
);
COMMENT ON TABLE billing.invoices IS 'Numbered when they are made, never deleted: void them';

CREATE INDEX invoices_unpaid_idx ON billing.invoices (due_on, customer_id) WHERE status = 'sent';
CREATE INDEX invoices_year_idx ON billing.invoices ((extract(year FROM issued_on)));

CREATE TABLE billing.invoice_lines (
  invoice_id bigint NOT NULL REFERENCES billing.invoices ON DELETE CASCADE,
  position smallint NOT NULL CHECK (position > 0),
  description text NOT NULL,
  quantity app.quantity NOT NULL,
  unit_price numeric(12, 2) NOT NULL,
  tax_code text NOT NULL REFERENCES billing.tax_rates (code),
  net_amount numeric(14, 2) GENERATED ALWAYS AS (round(quantity * unit_price, 2)) STORED,
  PRIMARY KEY (invoice_id, position)
);
COMMENT ON TABLE billing.invoice_lines IS 'In the order in which they are printed';

CREATE TABLE billing.payments (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  invoice_id bigint NOT NULL REFERENCES billing.invoices,
  amount numeric(12, 2) NOT NULL CHECK (amount <> 0),
  received_on date NOT NULL DEFAULT current_date,
  method text NOT NULL CHECK (method IN ('transfer', 'card', 'direct debit')),
  bank_reference text,
  UNIQUE (method, bank_reference)
);
COMMENT ON TABLE billing.payments IS 'A refund is a negative payment';
CREATE INDEX payments_invoice_id_idx ON billing.payments (invoice_id) INCLUDE (amount);
