CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'und');
CREATE TABLE readers (name text COLLATE caseless) PARTITION BY RANGE (name);
CREATE TABLE readers_a PARTITION OF readers FOR VALUES FROM ('a') TO ('b');
