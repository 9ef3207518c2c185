-- Drops operator class app.integers USING btree.
DROP OPERATOR CLASS app.integers USING btree;

-- Drops operator family app.numbers USING btree.
DROP OPERATOR FAMILY app.numbers USING btree;
