-- What was agreed, and what it costs.

CREATE TABLE billing.tax_rates (
  code text PRIMARY KEY,
  rate numeric(5, 4) NOT NULL CHECK (rate BETWEEN 0 AND 1),
  description text NOT NULL
);
COMMENT ON TABLE billing.tax_rates IS 'Reference data: comes with the migrations';

CREATE TABLE billing.contracts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES app.customers ON DELETE RESTRICT,
  site_id bigint REFERENCES app.sites ON DELETE RESTRICT,
  price_list_id bigint NOT NULL REFERENCES billing.price_lists,
  term daterange NOT NULL,
  monthly_fee numeric(10, 2) NOT NULL DEFAULT 0 CHECK (monthly_fee >= 0),
  response_time interval NOT NULL DEFAULT '24:00:00',
  CONSTRAINT contracts_one_per_site_and_day EXCLUDE USING gist (site_id WITH =, term WITH &&)
);
COMMENT ON TABLE billing.contracts IS 'Maintenance contracts; without a site, one covers every site of the customer';

CREATE TABLE billing.price_lists (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE,
  valid daterange NOT NULL DEFAULT '[2026-01-01,)'
);

CREATE TABLE billing.prices (
  price_list_id bigint NOT NULL REFERENCES billing.price_lists ON DELETE CASCADE,
  part_id bigint NOT NULL REFERENCES app.parts,
  minimum_quantity app.quantity NOT NULL,
  unit_price numeric(12, 2) NOT NULL CHECK (unit_price >= 0),
  PRIMARY KEY (price_list_id, part_id, minimum_quantity)
);
COMMENT ON TABLE billing.prices IS 'The row with the largest minimum_quantity that is reached counts';
