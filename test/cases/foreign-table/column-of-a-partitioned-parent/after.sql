-- Columns of a partitioned table reach its foreign partition
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE TABLE pond.birds (id bigint NOT NULL, kind text, seen date DEFAULT '2020-01-01') PARTITION BY LIST (kind);
CREATE FOREIGN TABLE pond.ducks PARTITION OF pond.birds FOR VALUES IN ('duck') SERVER delta;
ALTER FOREIGN TABLE pond.ducks ALTER COLUMN seen OPTIONS (ADD field '3');
