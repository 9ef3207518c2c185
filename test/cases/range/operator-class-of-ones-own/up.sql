-- Undo: lossless

-- Creates function app.backwards(integer, integer).
CREATE FUNCTION app.backwards(integer, integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN btint4cmp($2, $1);

-- Creates operator family app.falling USING btree.
CREATE OPERATOR FAMILY app.falling USING btree;

-- Creates operator class app.falling USING btree.
CREATE OPERATOR CLASS app.falling FOR TYPE integer USING btree FAMILY app.falling AS
    OPERATOR 1 pg_catalog.> (integer, integer),
    OPERATOR 2 pg_catalog.>= (integer, integer),
    OPERATOR 3 pg_catalog.= (integer, integer),
    OPERATOR 4 pg_catalog.<= (integer, integer),
    OPERATOR 5 pg_catalog.< (integer, integer),
    FUNCTION 1 (integer, integer) app.backwards(integer, integer);

-- Creates range app.fall.
CREATE TYPE app.fall AS RANGE (
    SUBTYPE = integer,
    SUBTYPE_OPCLASS = app.falling,
    MULTIRANGE_TYPE_NAME = app.fall_multirange
);
