-- Undo: lossless

-- Creates operator family app.numbers USING btree.
CREATE OPERATOR FAMILY app.numbers USING btree;

-- Adds members to operator family app.numbers USING btree that belong to none of its operator classes.
ALTER OPERATOR FAMILY app.numbers USING btree ADD
    OPERATOR 1 pg_catalog.< (integer, bigint),
    FUNCTION 1 (integer, bigint) pg_catalog.btint48cmp(integer, bigint),
    OPERATOR 3 pg_catalog.= (integer, bigint);

-- Creates operator class app.integers USING btree.
CREATE OPERATOR CLASS app.integers FOR TYPE integer USING btree FAMILY app.numbers AS
    OPERATOR 1 pg_catalog.< (integer, integer),
    OPERATOR 2 pg_catalog.<= (integer, integer),
    OPERATOR 3 pg_catalog.= (integer, integer),
    OPERATOR 4 pg_catalog.>= (integer, integer),
    OPERATOR 5 pg_catalog.> (integer, integer),
    FUNCTION 1 (integer, integer) pg_catalog.btint4cmp(integer, integer);
