-- Alters operator app.~~~ (integer, integer).
ALTER OPERATOR app.~~~ (integer, integer) SET (RESTRICT = pg_catalog.contsel, JOIN = NONE);
