-- V20260216104000__billing.sql: plan 067da68ee8fc
--
-- Locks that block reads or writes:
--   SHARE ROW EXCLUSIVE on app.customers
--   SHARE ROW EXCLUSIVE on app.jobs
--   SHARE ROW EXCLUSIVE on app.parts
--   SHARE ROW EXCLUSIVE on app.sites
--
-- Undo: lossless; rows that were there before are kept.
--
-- Hazards: none.
--
-- schema:plan 067da68ee8fc 1/1
-- schema:before 3-6fe8cd920e753f11
-- schema:after 3-467c712c02cfa132

-- Creates schema billing (schema/schemas.sql:8).
CREATE SCHEMA billing;

-- Describes schema billing (schema/schemas.sql:8).
COMMENT ON SCHEMA billing IS 'Contracts, prices, invoices and payments';

-- Creates enum billing.invoice_status (schema/billing/invoices.sql:3).
CREATE TYPE billing.invoice_status AS ENUM (
    'draft',
    'sent',
    'paid',
    'void'
);

-- Creates sequence billing.invoice_numbers (schema/billing/invoices.sql:5).
CREATE SEQUENCE billing.invoice_numbers START WITH 260001;

-- Describes sequence billing.invoice_numbers (schema/billing/invoices.sql:5).
COMMENT ON SEQUENCE billing.invoice_numbers IS 'The first two digits are the year in which the sequence was reset';

-- Creates table billing.contracts (schema/billing/contracts.sql:10).
CREATE TABLE billing.contracts (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    customer_id bigint NOT NULL,
    site_id bigint,
    price_list_id bigint NOT NULL,
    term daterange NOT NULL,
    monthly_fee numeric(10,2) DEFAULT 0 NOT NULL,
    response_time interval DEFAULT '24:00:00'::interval NOT NULL,
    CONSTRAINT contracts_monthly_fee_check CHECK ((monthly_fee >= (0)::numeric)),
    CONSTRAINT contracts_one_per_site_and_day EXCLUDE USING gist (site_id WITH =, term WITH &&),
    CONSTRAINT contracts_pkey PRIMARY KEY (id)
);

-- Describes table billing.contracts (schema/billing/contracts.sql:10).
COMMENT ON TABLE billing.contracts IS 'Maintenance contracts; without a site, one covers every site of the customer';

-- Creates table constraint contracts_customer_id_fkey ON billing.contracts (schema/billing/contracts.sql:12).
-- Locks app.customers (SHARE ROW EXCLUSIVE).
ALTER TABLE billing.contracts ADD CONSTRAINT contracts_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES app.customers(id) ON DELETE RESTRICT;

-- Creates table constraint contracts_site_id_fkey ON billing.contracts (schema/billing/contracts.sql:13).
-- Locks app.sites (SHARE ROW EXCLUSIVE).
ALTER TABLE billing.contracts ADD CONSTRAINT contracts_site_id_fkey FOREIGN KEY (site_id) REFERENCES app.sites(id) ON DELETE RESTRICT;

-- Creates table billing.invoice_lines (schema/billing/invoices.sql:25).
CREATE TABLE billing.invoice_lines (
    invoice_id bigint NOT NULL,
    "position" smallint NOT NULL,
    description text NOT NULL,
    quantity app.quantity NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    tax_code text NOT NULL,
    net_amount numeric(14,2) GENERATED ALWAYS AS (round(((quantity)::numeric * unit_price), 2)) STORED,
    CONSTRAINT invoice_lines_pkey PRIMARY KEY (invoice_id, "position"),
    CONSTRAINT invoice_lines_position_check CHECK (("position" > 0))
);

-- Describes table billing.invoice_lines (schema/billing/invoices.sql:25).
COMMENT ON TABLE billing.invoice_lines IS 'In the order in which they are printed';

-- Creates table billing.invoices (schema/billing/invoices.sql:8).
CREATE TABLE billing.invoices (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    number text DEFAULT ('INV-'::text || nextval('billing.invoice_numbers'::regclass)) NOT NULL,
    customer_id bigint NOT NULL,
    job_id bigint,
    status billing.invoice_status DEFAULT 'draft'::billing.invoice_status NOT NULL,
    issued_on date,
    due_on date,
    currency character(3) DEFAULT 'EUR'::bpchar NOT NULL,
    notes text,
    CONSTRAINT invoices_number_key UNIQUE (number),
    CONSTRAINT invoices_pkey PRIMARY KEY (id),
    CONSTRAINT invoices_sent_has_dates CHECK (((status = 'draft'::billing.invoice_status) OR ((issued_on IS NOT NULL) AND (due_on >= issued_on))))
);

-- Describes table billing.invoices (schema/billing/invoices.sql:8).
COMMENT ON TABLE billing.invoices IS 'Numbered when they are made, never deleted: void them';

-- Creates table constraint invoice_lines_invoice_id_fkey ON billing.invoice_lines (schema/billing/invoices.sql:26).
ALTER TABLE billing.invoice_lines ADD CONSTRAINT invoice_lines_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES billing.invoices(id) ON DELETE CASCADE;

-- Creates table constraint invoices_customer_id_fkey ON billing.invoices (schema/billing/invoices.sql:11).
-- Locks app.customers (SHARE ROW EXCLUSIVE).
ALTER TABLE billing.invoices ADD CONSTRAINT invoices_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES app.customers(id);

-- Creates table constraint invoices_job_id_fkey ON billing.invoices (schema/billing/invoices.sql:12).
-- Locks app.jobs (SHARE ROW EXCLUSIVE).
ALTER TABLE billing.invoices ADD CONSTRAINT invoices_job_id_fkey FOREIGN KEY (job_id) REFERENCES app.jobs(id);

-- Creates index billing.invoices_unpaid_idx (schema/billing/invoices.sql:22).
CREATE INDEX invoices_unpaid_idx ON billing.invoices USING btree (due_on, customer_id) WHERE (status = 'sent'::billing.invoice_status);

-- Creates index billing.invoices_year_idx (schema/billing/invoices.sql:23).
CREATE INDEX invoices_year_idx ON billing.invoices USING btree (EXTRACT(year FROM issued_on));

-- Creates table billing.payments (schema/billing/invoices.sql:37).
CREATE TABLE billing.payments (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    invoice_id bigint NOT NULL,
    amount numeric(12,2) NOT NULL,
    received_on date DEFAULT CURRENT_DATE NOT NULL,
    method text NOT NULL,
    bank_reference text,
    CONSTRAINT payments_amount_check CHECK ((amount <> (0)::numeric)),
    CONSTRAINT payments_method_bank_reference_key UNIQUE (method, bank_reference),
    CONSTRAINT payments_method_check CHECK ((method = ANY (ARRAY['transfer'::text, 'card'::text, 'direct debit'::text]))),
    CONSTRAINT payments_pkey PRIMARY KEY (id)
);

-- Describes table billing.payments (schema/billing/invoices.sql:37).
COMMENT ON TABLE billing.payments IS 'A refund is a negative payment';

-- Creates table constraint payments_invoice_id_fkey ON billing.payments (schema/billing/invoices.sql:39).
ALTER TABLE billing.payments ADD CONSTRAINT payments_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES billing.invoices(id);

-- Creates index billing.payments_invoice_id_idx (schema/billing/invoices.sql:47).
CREATE INDEX payments_invoice_id_idx ON billing.payments USING btree (invoice_id) INCLUDE (amount);

-- Creates table billing.price_lists (schema/billing/contracts.sql:22).
CREATE TABLE billing.price_lists (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text NOT NULL,
    valid daterange DEFAULT '[2026-01-01,)'::daterange NOT NULL,
    CONSTRAINT price_lists_name_key UNIQUE (name),
    CONSTRAINT price_lists_pkey PRIMARY KEY (id)
);

-- Creates table constraint contracts_price_list_id_fkey ON billing.contracts (schema/billing/contracts.sql:14).
ALTER TABLE billing.contracts ADD CONSTRAINT contracts_price_list_id_fkey FOREIGN KEY (price_list_id) REFERENCES billing.price_lists(id);

-- Creates table billing.prices (schema/billing/contracts.sql:28).
CREATE TABLE billing.prices (
    price_list_id bigint NOT NULL,
    part_id bigint NOT NULL,
    minimum_quantity app.quantity NOT NULL,
    unit_price numeric(12,2) NOT NULL,
    CONSTRAINT prices_pkey PRIMARY KEY (price_list_id, part_id, minimum_quantity),
    CONSTRAINT prices_unit_price_check CHECK ((unit_price >= (0)::numeric))
);

-- Describes table billing.prices (schema/billing/contracts.sql:28).
COMMENT ON TABLE billing.prices IS 'The row with the largest minimum_quantity that is reached counts';

-- Creates table constraint prices_part_id_fkey ON billing.prices (schema/billing/contracts.sql:30).
-- Locks app.parts (SHARE ROW EXCLUSIVE).
ALTER TABLE billing.prices ADD CONSTRAINT prices_part_id_fkey FOREIGN KEY (part_id) REFERENCES app.parts(id);

-- Creates table constraint prices_price_list_id_fkey ON billing.prices (schema/billing/contracts.sql:29).
ALTER TABLE billing.prices ADD CONSTRAINT prices_price_list_id_fkey FOREIGN KEY (price_list_id) REFERENCES billing.price_lists(id) ON DELETE CASCADE;

-- Creates table billing.tax_rates (schema/billing/contracts.sql:3).
CREATE TABLE billing.tax_rates (
    code text NOT NULL,
    rate numeric(5,4) NOT NULL,
    description text NOT NULL,
    CONSTRAINT tax_rates_pkey PRIMARY KEY (code),
    CONSTRAINT tax_rates_rate_check CHECK (((rate >= (0)::numeric) AND (rate <= (1)::numeric)))
);

-- Describes table billing.tax_rates (schema/billing/contracts.sql:3).
COMMENT ON TABLE billing.tax_rates IS 'Reference data: comes with the migrations';

-- Creates table constraint invoice_lines_tax_code_fkey ON billing.invoice_lines (schema/billing/invoices.sql:31).
ALTER TABLE billing.invoice_lines ADD CONSTRAINT invoice_lines_tax_code_fkey FOREIGN KEY (tax_code) REFERENCES billing.tax_rates(code);
