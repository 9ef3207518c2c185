-- U20260216104000__billing.sql: undoes plan 067da68ee8fc
--
-- Locks that block reads or writes:
--   ACCESS EXCLUSIVE on billing.contracts
--   ACCESS EXCLUSIVE on billing.invoice_lines
--   ACCESS EXCLUSIVE on billing.invoice_numbers
--   ACCESS EXCLUSIVE on billing.invoices
--   ACCESS EXCLUSIVE on billing.payments
--   ACCESS EXCLUSIVE on billing.price_lists
--   ACCESS EXCLUSIVE on billing.prices
--   ACCESS EXCLUSIVE on billing.tax_rates
--
-- Loses what was written since:
--   the rows of table billing.contracts
--   the rows of table billing.invoice_lines
--   the rows of table billing.payments
--   the rows of table billing.invoices
--   the rows of table billing.prices
--   the rows of table billing.price_lists
--   the rows of table billing.tax_rates
--   the position of sequence billing.invoice_numbers
--
-- Hazards, refused unless run with --allow D101,D105 or acknowledged here by a line like schema:ack D101
--   reason="…":
-- schema:hazard D101 blocking: drops table billing.contracts with its rows
--   Instead: back it up, or rename it away and drop it later
-- schema:hazard D101 blocking: drops table billing.invoice_lines with its rows
-- schema:hazard D101 blocking: drops table billing.payments with its rows
-- schema:hazard D101 blocking: drops table billing.invoices with its rows
-- schema:hazard D101 blocking: drops table billing.prices with its rows
-- schema:hazard D101 blocking: drops table billing.price_lists with its rows
-- schema:hazard D101 blocking: drops table billing.tax_rates with its rows
-- schema:hazard D105 blocking: drops sequence billing.invoice_numbers and its position
-- schema:hazard D103: drops schema billing
--   Instead: keep the schema until nothing names it
--
-- schema:plan 067da68ee8fc 1/1
-- schema:before 3-467c712c02cfa132
-- schema:after 3-6fe8cd920e753f11

-- Drops table billing.contracts.
-- Locks billing.contracts (ACCESS EXCLUSIVE). Loses the rows of table billing.contracts.
DROP TABLE billing.contracts;

-- Drops table billing.invoice_lines.
-- Locks billing.invoice_lines (ACCESS EXCLUSIVE). Loses the rows of table billing.invoice_lines.
DROP TABLE billing.invoice_lines;

-- Drops table billing.payments.
-- Locks billing.payments (ACCESS EXCLUSIVE). Loses the rows of table billing.payments.
DROP TABLE billing.payments;

-- Drops table billing.invoices.
-- Locks billing.invoices (ACCESS EXCLUSIVE). Loses the rows of table billing.invoices.
DROP TABLE billing.invoices;

-- Drops table billing.prices.
-- Locks billing.prices (ACCESS EXCLUSIVE). Loses the rows of table billing.prices.
DROP TABLE billing.prices;

-- Drops table billing.price_lists.
-- Locks billing.price_lists (ACCESS EXCLUSIVE). Loses the rows of table billing.price_lists.
DROP TABLE billing.price_lists;

-- Drops table billing.tax_rates.
-- Locks billing.tax_rates (ACCESS EXCLUSIVE). Loses the rows of table billing.tax_rates.
DROP TABLE billing.tax_rates;

-- Drops sequence billing.invoice_numbers.
-- Locks billing.invoice_numbers (ACCESS EXCLUSIVE). Loses the position of sequence billing.invoice_numbers.
DROP SEQUENCE billing.invoice_numbers;

-- Drops enum billing.invoice_status.
DROP TYPE billing.invoice_status;

-- Drops schema billing.
DROP SCHEMA billing;
