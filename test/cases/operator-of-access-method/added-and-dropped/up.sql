-- Undo: lossless

-- Drops operator 1 (integer, bigint) from operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree DROP OPERATOR 1 (integer, bigint);

-- Adds operator 2 (integer, bigint) to operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree ADD
    OPERATOR 2 pg_catalog.<= (integer, bigint);

-- Adds operator 3 (integer, bigint) to operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree ADD
    OPERATOR 3 pg_catalog.= (integer, bigint);
