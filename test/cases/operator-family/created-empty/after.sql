-- A family without a member.
CREATE SCHEMA app;
CREATE OPERATOR FAMILY app.sizes USING btree;
COMMENT ON OPERATOR FAMILY app.sizes USING btree IS 'How sizes compare';
ALTER OPERATOR FAMILY app.sizes USING btree OWNER TO keeper;
