-- Undo: lossless

-- Drops operator class app.numbers USING btree.
DROP OPERATOR CLASS app.numbers USING btree;

-- Drops operator class app.shapes USING gist.
DROP OPERATOR CLASS app.shapes USING gist;

-- Drops operator family app.numbers USING btree.
DROP OPERATOR FAMILY app.numbers USING btree;

-- Creates operator family app.wide USING btree.
CREATE OPERATOR FAMILY app.wide USING btree;

-- Recreates operator class app.numbers USING btree.
CREATE OPERATOR CLASS app.numbers FOR TYPE bigint USING btree FAMILY app.wide AS
    OPERATOR 1 pg_catalog.< (bigint, bigint),
    OPERATOR 2 pg_catalog.<= (bigint, bigint),
    OPERATOR 3 pg_catalog.= (bigint, bigint),
    OPERATOR 4 pg_catalog.>= (bigint, bigint),
    OPERATOR 5 pg_catalog.> (bigint, bigint),
    FUNCTION 1 (bigint, bigint) pg_catalog.btint8cmp(bigint, bigint);

-- Recreates operator class app.shapes USING gist.
CREATE OPERATOR CLASS app.shapes FOR TYPE polygon USING gist FAMILY app.shapes AS
    STORAGE circle;
