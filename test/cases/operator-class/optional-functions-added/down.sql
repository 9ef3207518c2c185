-- Drops function 2 (integer, integer) from operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree DROP FUNCTION 2 (integer, integer);

-- Drops function 4 (integer, integer) from operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree DROP FUNCTION 4 (integer, integer);
