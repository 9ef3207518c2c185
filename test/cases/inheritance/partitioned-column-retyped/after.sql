-- A column of a partitioned table changes its type in all partitions by one statement.
CREATE TABLE visits (at date NOT NULL, member bigint) PARTITION BY RANGE (at);
CREATE TABLE visits_2024 PARTITION OF visits FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX visits_member ON visits (member);
CREATE VIEW members_2024 AS SELECT member FROM visits_2024;
