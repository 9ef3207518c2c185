-- Undo: lossless

-- Creates operator family app.polygons USING gist.
CREATE OPERATOR FAMILY app.polygons USING gist;

-- Adds members to operator family app.polygons USING gist that belong to none of its operator classes.
ALTER OPERATOR FAMILY app.polygons USING gist ADD
    OPERATOR 3 pg_catalog.&& (polygon, polygon),
    FUNCTION 3 (polygon, polygon) pg_catalog.gist_poly_compress(internal);

-- Creates operator class app.polygons USING gist.
CREATE OPERATOR CLASS app.polygons FOR TYPE polygon USING gist FAMILY app.polygons AS
    STORAGE box,
    FUNCTION 1 (polygon, polygon) pg_catalog.gist_poly_consistent(internal, polygon, smallint, oid, internal),
    FUNCTION 2 (polygon, polygon) pg_catalog.gist_box_union(internal, internal),
    FUNCTION 5 (polygon, polygon) pg_catalog.gist_box_penalty(internal, internal, internal),
    FUNCTION 6 (polygon, polygon) pg_catalog.gist_box_picksplit(internal, internal),
    FUNCTION 7 (polygon, polygon) pg_catalog.gist_box_same(box, box, internal);

-- Creates table app.plots.
CREATE TABLE app.plots (
    id bigint NOT NULL,
    area polygon,
    CONSTRAINT plots_pkey PRIMARY KEY (id)
);

-- Creates index app.plots_area_idx.
CREATE INDEX plots_area_idx ON app.plots USING gist (area app.polygons);
