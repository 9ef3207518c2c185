-- The columns of partitions follow a changed enum with the parent's.
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TABLE days (id bigint, mood mood) PARTITION BY RANGE (id);
CREATE TABLE days_1 PARTITION OF days FOR VALUES FROM (0) TO (100);
