-- A partitioned typed table and its partitions follow the type.
CREATE TYPE person AS (id integer, name text, age integer);
CREATE TABLE friends OF person (id WITH OPTIONS NOT NULL, age WITH OPTIONS NOT NULL DEFAULT 3) PARTITION BY LIST (id);
CREATE TABLE friends_1 PARTITION OF friends FOR VALUES IN (1);
