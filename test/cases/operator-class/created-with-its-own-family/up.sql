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

-- Changes the owner of operator class app.falling USING btree to keeper.
ALTER OPERATOR CLASS app.falling USING btree OWNER TO keeper;

-- Sets the comment of operator class app.falling USING btree.
COMMENT ON OPERATOR CLASS app.falling USING btree IS 'The largest first';

-- Creates table app.marks.
CREATE TABLE app.marks (
    id bigint NOT NULL,
    mark integer,
    CONSTRAINT marks_pkey PRIMARY KEY (id)
);

-- Creates index app.marks_falling.
CREATE INDEX marks_falling ON app.marks USING btree (mark app.falling);
