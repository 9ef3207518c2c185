-- A collation that a partition key uses can't be changed.
CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'de');
CREATE TABLE readers (name text COLLATE caseless) PARTITION BY RANGE (name);
CREATE TABLE readers_a PARTITION OF readers FOR VALUES FROM ('a') TO ('b');
