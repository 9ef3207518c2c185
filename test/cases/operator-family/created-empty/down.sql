-- Drops operator family app.sizes USING btree.
DROP OPERATOR FAMILY app.sizes USING btree;
