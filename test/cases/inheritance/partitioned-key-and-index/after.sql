-- A key and an index of a partitioned table reach every partition.
CREATE TABLE visits (at date NOT NULL, member bigint NOT NULL, PRIMARY KEY (at, member)) PARTITION BY RANGE (at);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX visits_member ON visits (member);
