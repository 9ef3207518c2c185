-- A column of a partitioned table reaches its partitions by one statement.
CREATE TABLE visits (at date NOT NULL, member bigint DEFAULT 0 CHECK (member >= 0)) PARTITION BY RANGE (at);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
