-- The database of a field-service company: customers call, technicians visit, billing sends the invoice.
-- Files are read in any order: nothing here has to come before what uses it.

CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'Customers, technicians and the work between them';
GRANT USAGE ON SCHEMA app TO PUBLIC;

CREATE SCHEMA billing;
COMMENT ON SCHEMA billing IS 'Contracts, prices, invoices and payments';

-- Exclusion constraints that combine "=" with "&&" need it.
CREATE EXTENSION btree_gist WITH SCHEMA app;
