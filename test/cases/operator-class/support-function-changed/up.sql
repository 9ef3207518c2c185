-- Undo: lossless

-- Drops index app.marks_mark, because operator class app.numbers USING btree changes.
-- Locks app.marks (ACCESS EXCLUSIVE).
DROP INDEX app.marks_mark;

-- Drops operator class app.numbers USING btree.
DROP OPERATOR CLASS app.numbers USING btree;

-- Recreates operator class app.numbers USING btree.
CREATE OPERATOR CLASS app.numbers FOR TYPE integer USING btree FAMILY app.numbers AS
    OPERATOR 1 pg_catalog.< (integer, integer),
    OPERATOR 3 pg_catalog.= (integer, integer),
    FUNCTION 1 (integer, integer) app.compare(integer, integer);

-- Recreates index app.marks_mark, because operator class app.numbers USING btree changes.
-- Locks app.marks (SHARE). Builds an index over app.marks.
-- Hazard A203: blocks writes to app.marks while the index is built.
CREATE INDEX marks_mark ON app.marks USING btree (mark app.numbers);
