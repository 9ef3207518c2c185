-- Operators of a GiST class belong to its family; an exclusion constraint needs them.
CREATE SCHEMA app;
CREATE OPERATOR CLASS app.boxes FOR TYPE box USING gist AS
    OPERATOR 3 &&, OPERATOR 15 <-> (box, point) FOR ORDER BY pg_catalog.float_ops,
    FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal),
    FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 8 gist_box_distance(internal, box, smallint, oid, internal);
CREATE TABLE app.plots (id bigint PRIMARY KEY, area box, EXCLUDE USING gist (area app.boxes WITH &&));
