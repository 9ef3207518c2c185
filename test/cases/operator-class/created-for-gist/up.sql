-- Undo: lossless

-- Creates operator family app.boxes USING gist.
CREATE OPERATOR FAMILY app.boxes USING gist;

-- Adds members to operator family app.boxes USING gist that belong to none of its operator classes.
ALTER OPERATOR FAMILY app.boxes USING gist ADD
    OPERATOR 3 pg_catalog.&& (box, box),
    FUNCTION 8 (box, box) pg_catalog.gist_box_distance(internal, box, smallint, oid, internal),
    OPERATOR 15 pg_catalog.<-> (box, point) FOR ORDER BY pg_catalog.float_ops;

-- Creates operator class app.boxes USING gist.
CREATE OPERATOR CLASS app.boxes FOR TYPE box USING gist FAMILY app.boxes AS
    FUNCTION 1 (box, box) pg_catalog.gist_box_consistent(internal, box, smallint, oid, internal),
    FUNCTION 2 (box, box) pg_catalog.gist_box_union(internal, internal),
    FUNCTION 5 (box, box) pg_catalog.gist_box_penalty(internal, internal, internal),
    FUNCTION 6 (box, box) pg_catalog.gist_box_picksplit(internal, internal),
    FUNCTION 7 (box, box) pg_catalog.gist_box_same(box, box, internal);

-- Creates table app.plots.
CREATE TABLE app.plots (
    id bigint NOT NULL,
    area box,
    CONSTRAINT plots_area_excl EXCLUDE USING gist (area app.boxes WITH &&),
    CONSTRAINT plots_pkey PRIMARY KEY (id)
);
