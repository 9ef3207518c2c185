-- Drops operator 3 (integer, bigint) from operator family public.numbers USING btree.
ALTER OPERATOR FAMILY public.numbers USING btree DROP OPERATOR 3 (integer, bigint);

-- Adds operator 3 (integer, bigint) to operator family public.numbers USING btree.
ALTER OPERATOR FAMILY public.numbers USING btree ADD
    OPERATOR 3 pg_catalog.= (integer, bigint);
