-- A foreign table is born as a partition
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE TABLE pond.birds (id bigint, kind text DEFAULT 'duck', seen date) PARTITION BY LIST (kind);
CREATE TABLE pond.ducks PARTITION OF pond.birds FOR VALUES IN ('duck');
CREATE FOREIGN TABLE pond.geese PARTITION OF pond.birds (id NOT NULL, kind DEFAULT 'goose', CHECK (id > 5)) FOR VALUES IN ('goose') SERVER delta OPTIONS (file 'g');
ALTER FOREIGN TABLE pond.geese ALTER COLUMN id OPTIONS (ADD field '1');
CREATE FOREIGN TABLE pond.others PARTITION OF pond.birds DEFAULT SERVER delta;
