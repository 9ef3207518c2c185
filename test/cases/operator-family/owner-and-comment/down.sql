-- Gives app.sizes USING btree to postgres.
-- Hazard S504: postgres owns app.sizes USING btree.
ALTER OPERATOR FAMILY app.sizes USING btree OWNER TO postgres;

-- Describes operator family app.sizes USING btree.
COMMENT ON OPERATOR FAMILY app.sizes USING btree IS 'How sizes compare';
