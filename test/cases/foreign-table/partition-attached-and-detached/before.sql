CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE TABLE pond.birds (id bigint, kind text) PARTITION BY LIST (kind);
CREATE FOREIGN TABLE pond.ducks PARTITION OF pond.birds FOR VALUES IN ('duck') SERVER delta;
CREATE FOREIGN TABLE pond.geese (id bigint OPTIONS (field '1'), kind text) SERVER delta;
