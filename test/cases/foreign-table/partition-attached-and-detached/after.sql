-- Foreign tables are attached to and detached from a partitioned table
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE TABLE pond.birds (id bigint, kind text) PARTITION BY LIST (kind);
CREATE FOREIGN TABLE pond.ducks (id bigint, kind text) SERVER delta;
CREATE FOREIGN TABLE pond.geese (id bigint OPTIONS (field '1'), kind text) SERVER delta;
ALTER TABLE pond.birds ATTACH PARTITION pond.geese FOR VALUES IN ('goose');
CREATE FOREIGN TABLE pond.swans PARTITION OF pond.birds FOR VALUES IN ('swan') SERVER delta;
