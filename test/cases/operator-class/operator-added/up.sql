-- Undo: lossless

-- Adds members to operator class app.numbers USING btree.
ALTER OPERATOR FAMILY app.numbers USING btree ADD
    OPERATOR 2 pg_catalog.<= (integer, integer);
