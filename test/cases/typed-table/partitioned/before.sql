CREATE TYPE person AS (id integer, name text);
CREATE TABLE friends OF person (id WITH OPTIONS NOT NULL) PARTITION BY LIST (id);
CREATE TABLE friends_1 PARTITION OF friends FOR VALUES IN (1);
