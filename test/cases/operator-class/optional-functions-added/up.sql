-- Undo: lossless

-- Adds function 2 (integer, integer) to operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree ADD
    FUNCTION 2 (integer, integer) pg_catalog.btint4sortsupport(internal);

-- Adds function 4 (integer, integer) to operator family app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree ADD
    FUNCTION 4 (integer, integer) pg_catalog.btequalimage(oid);
