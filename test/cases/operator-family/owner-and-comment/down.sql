-- Changes the owner of operator family app.sizes USING btree to postgres.
-- Hazard S504: changes the owner of operator family app.sizes USING btree to postgres.
ALTER OPERATOR FAMILY app.sizes USING btree OWNER TO postgres;

-- Sets the comment of operator family app.sizes USING btree.
COMMENT ON OPERATOR FAMILY app.sizes USING btree IS 'How sizes compare';
