-- Drops operator 2 (integer, bigint) from operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree DROP OPERATOR 2 (integer, bigint);

-- Drops operator 3 (integer, bigint) from operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree DROP OPERATOR 3 (integer, bigint);

-- Adds operator 1 (integer, bigint) to operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree ADD
    OPERATOR 1 pg_catalog.< (integer, bigint);
