CREATE COLLATION caseless (PROVIDER = icu, LOCALE = 'und');
CREATE TABLE readers (id bigint, name text COLLATE caseless) PARTITION BY RANGE (id);
CREATE TABLE readers_1 PARTITION OF readers FOR VALUES FROM (0) TO (100);
CREATE INDEX ON readers (name);
