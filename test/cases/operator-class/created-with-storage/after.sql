-- An index that stores another type than the column's.
CREATE SCHEMA app;
CREATE OPERATOR CLASS app.polygons FOR TYPE polygon USING gist AS
    OPERATOR 3 &&,
    FUNCTION 1 gist_poly_consistent(internal, polygon, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
    FUNCTION 3 gist_poly_compress(internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal),
    FUNCTION 7 gist_box_same(box, box, internal),
    STORAGE box;
CREATE TABLE app.plots (id bigint PRIMARY KEY, area polygon);
CREATE INDEX ON app.plots USING gist (area app.polygons);
