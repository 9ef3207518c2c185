-- Undo: lossless

-- Drops function 1 (integer, bigint) from operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree DROP FUNCTION 1 (integer, bigint);

-- Adds function 1 (bigint, integer) to operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree ADD
    FUNCTION 1 (bigint, integer) pg_catalog.btint84cmp(bigint, integer);

-- Adds function 1 (integer, bigint) to operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree ADD
    FUNCTION 1 (integer, bigint) app.compare(integer, bigint);
