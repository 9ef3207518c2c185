-- Drops function 1 (bigint, integer) from operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree DROP FUNCTION 1 (bigint, integer);

-- Drops function 1 (integer, bigint) from operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree DROP FUNCTION 1 (integer, bigint);

-- Adds function 1 (integer, bigint) to operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree ADD
    FUNCTION 1 (integer, bigint) pg_catalog.btint48cmp(integer, bigint);
