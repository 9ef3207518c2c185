-- Takes function 2 (integer, integer) out of operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree DROP FUNCTION 2 (integer, integer);

-- Takes function 4 (integer, integer) out of operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree DROP FUNCTION 4 (integer, integer);
