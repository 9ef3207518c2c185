CREATE TYPE mood AS ENUM ('glad', 'sad', 'numb');
CREATE TABLE days (id bigint, mood mood) PARTITION BY RANGE (id);
CREATE TABLE days_1 PARTITION OF days FOR VALUES FROM (0) TO (100);
