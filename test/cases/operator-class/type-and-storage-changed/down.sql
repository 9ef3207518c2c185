-- Drops operator class app.numbers USING btree.
DROP OPERATOR CLASS app.numbers USING btree;

-- Drops operator class app.shapes USING gist.
DROP OPERATOR CLASS app.shapes USING gist;

-- Drops operator family app.wide USING btree.
DROP OPERATOR FAMILY app.wide USING btree;

-- Creates operator family app.numbers USING btree.
CREATE OPERATOR FAMILY app.numbers USING btree;

-- Recreates operator class app.numbers USING btree.
CREATE OPERATOR CLASS app.numbers FOR TYPE integer USING btree FAMILY app.numbers AS
    OPERATOR 1 pg_catalog.< (integer, integer),
    OPERATOR 2 pg_catalog.<= (integer, integer),
    OPERATOR 3 pg_catalog.= (integer, integer),
    OPERATOR 4 pg_catalog.>= (integer, integer),
    OPERATOR 5 pg_catalog.> (integer, integer),
    FUNCTION 1 (integer, integer) pg_catalog.btint4cmp(integer, integer);

-- Recreates operator class app.shapes USING gist.
CREATE OPERATOR CLASS app.shapes FOR TYPE polygon USING gist FAMILY app.shapes AS
    STORAGE box;
