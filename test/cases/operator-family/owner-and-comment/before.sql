CREATE SCHEMA app;
CREATE OPERATOR FAMILY app.sizes USING btree;
COMMENT ON OPERATOR FAMILY app.sizes USING btree IS 'How sizes compare';
