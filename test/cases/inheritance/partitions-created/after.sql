-- A partitioned table is made with its partitions, down to the second level and the default one.
CREATE TABLE visits (branch text NOT NULL, at date NOT NULL, PRIMARY KEY (branch, at)) PARTITION BY LIST (branch);
CREATE TABLE visits_north PARTITION OF visits FOR VALUES IN ('north') PARTITION BY RANGE (at);
CREATE TABLE visits_north_2024 PARTITION OF visits_north FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE visits_other PARTITION OF visits DEFAULT;
CREATE INDEX visits_at ON visits (at);
